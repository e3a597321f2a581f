/** Reads ahead of whoever iterates, `width` items at most, and keeps the order. */
export async function* ahead<T, R>(
  items: Iterable<T>,
  width: number,
  read: (item: T) => Promise<R>,
): AsyncIterable<readonly [T, R]> {
  const waiting: { item: T; result: Promise<R> }[] = [];
  const next = async function* () {
    const first = waiting.shift();
    if (first !== undefined) yield [first.item, await first.result] as const;
  };
  for (const item of items) {
    const result = read(item);
    // Whoever iterates meets the failure at its place; until then it is no unhandled one.
    result.catch(() => {});
    waiting.push({ item, result });
    if (waiting.length >= width) yield* next();
  }
  while (waiting.length > 0) yield* next();
}
