import { Draft } from './draft.ts';
import { rowsOf, type WorkbookRow } from './row.ts';
import { languagesOf, type TableName, type Tables, textColumn } from './table.ts';

/** The sheets as they are put into files. */
export interface Sheets {
  readonly draft: Draft;
  readonly languages: readonly string[];
  readonly rows: (name: TableName) => readonly WorkbookRow[];
  /** Puts a text of a row in each language's file. */
  readonly say: (row: WorkbookRow, column: string, file: string, path: readonly string[]) => void;
}

export function openSheets(tables: Tables): Sheets {
  const draft = new Draft();
  const languages = languagesOf(tables);
  return {
    draft,
    languages,
    rows: (name) => rowsOf(tables.get(name)),
    say(row, column, file, path) {
      for (const language of languages) {
        const name = textColumn(column, language);
        draft.put(`${language}/${file}`, path, row.get(name), row.from(name));
      }
    },
  };
}

/** The file of the domain that a column names. */
export const domainFile = (row: WorkbookRow, column = 'domain') => `domains/${row.get(column)}.yaml`;
