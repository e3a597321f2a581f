/** Names of tables that are not taken, from the first number on; two that sound alike are one. */
export function freeNames(
  count: number,
  nameOf: (number: number) => string,
  taken: readonly string[],
): string[] {
  const folded = (name: string) => name.toLocaleLowerCase('fr').replace(/\s/g, '');
  const known = new Set(taken.map(folded));
  const names: string[] = [];
  for (let number = 1; names.length < count; number++) {
    const name = nameOf(number);
    if (!known.has(folded(name))) names.push(name);
  }
  return names;
}
