import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { byName, languagesIn, type TableName, type Tables, tableNames } from '../table.ts';
import { toTables } from '../to-tables.ts';

/** The sheets of a catalogue, in these languages alone. */
export const beginFrom = (catalogue: Catalogue, languages: readonly string[]): Tables =>
  spokenIn(byName(toTables(catalogue)), languages);

/** Next to nothing: who may answer and how, and the names of some domains. */
export function beginEmpty(
  catalogue: Catalogue,
  domains: readonly string[],
  languages: readonly string[],
): Tables {
  const kept: readonly TableName[] = ['catalogue', 'people', 'scales', 'domains'];
  return new Map(
    [...beginFrom(catalogue, languages)].map(([name, table]) => {
      if (!kept.includes(name)) return [name, { ...table, rows: [] }];
      if (name === 'catalogue')
        return [
          name,
          {
            ...table,
            rows: table.rows.map(([id = '', version = '', _, ...rest]) => [
              id,
              version,
              domains.join(', '),
              ...rest,
            ]),
          },
        ];
      if (name !== 'domains') return [name, table];
      const rows = table.rows.filter(([id = '']) => domains.includes(id));
      return [name, { ...table, rows: rows.map(([id = '', _, ...rest]) => [id, '', ...rest]) }];
    }),
  );
}

function spokenIn(tables: Tables, languages: readonly string[]): Tables {
  const isTold = (column: string) => {
    const [language] = languagesIn([column]);
    return language === undefined || languages.includes(language);
  };
  return new Map(
    tableNames.flatMap((name) => {
      const table = tables.get(name);
      if (table === undefined) return [];
      const kept = table.header.map(isTold);
      const cut = (cells: readonly string[]) => cells.filter((_, i) => kept[i]);
      return [[name, { ...table, header: cut(table.header), rows: table.rows.map(cut) }] as const];
    }),
  );
}
