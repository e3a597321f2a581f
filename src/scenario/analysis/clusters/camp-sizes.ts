/** How many of these people each camp has. */
export const sizesOf = (camps: Int8Array, people: Iterable<number>, count: number): Int32Array => {
  const sizes = new Int32Array(count);
  for (const person of people) {
    const camp = camps[person] ?? 0;
    sizes[camp] = (sizes[camp] ?? 0) + 1;
  }
  return sizes;
};
