/** Whole numbers in short, in their order: "1-3, 7"; past so many characters the end is left out. */
export function numberRanges(numbers: readonly number[], longest = 200): string {
  const ranges: [first: number, last: number][] = [];
  for (const n of numbers.toSorted((a, b) => a - b)) {
    const before = ranges.at(-1);
    if (before !== undefined && n <= before[1] + 1) before[1] = n;
    else ranges.push([n, n]);
  }
  const text = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
  return text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(',', longest))}…`;
}
