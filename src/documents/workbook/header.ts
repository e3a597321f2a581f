import { columns, type TableName, tableNames } from './table.ts';

/** Names of columns as we write them: spaces, capitals and signs that nobody sees do not count. */
export const headerOf = (cells: readonly string[]): readonly string[] => cells.map(named);

function named(cell: string): string {
  const plain = cell
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase();
  const [, column, language, region] = /^(.+?) ?\(([a-z]{2})(?:[-_]([a-z]{2}))?\)$/.exec(plain) ?? [];
  if (column === undefined || language === undefined) return plain;
  return `${column} (${language}${region === undefined ? '' : `-${region.toUpperCase()}`})`;
}

/** The sheet that a header is of, if it is like one more than like any other. */
export function sheetLike(header: readonly string[]): TableName | undefined {
  const bare = new Set(header.map((name) => name.replace(/ \(.*\)$/, '')).filter((name) => name !== ''));
  const likeness = (name: TableName) => {
    const wanted = [...columns[name].plain, ...columns[name].text];
    const both = wanted.filter((column) => bare.has(column)).length;
    return both / (wanted.length + bare.size - both);
  };
  const [best] = tableNames.toSorted((a, b) => likeness(b) - likeness(a));
  return best !== undefined && likeness(best) >= 0.5 ? best : undefined;
}
