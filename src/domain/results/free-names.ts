import { foldedName } from './judge-workshop-result.ts';

/** Names of tables that are not taken, from the first number on. */
export function freeNames(
  count: number,
  nameOf: (number: number) => string,
  taken: readonly string[],
): string[] {
  const known = new Set(taken.map(foldedName));
  const names: string[] = [];
  for (let number = 1; names.length < count; number++) {
    const name = nameOf(number);
    if (!known.has(foldedName(name))) names.push(name);
  }
  return names;
}
