import { typeset } from '#catalogue/files/typography.ts';
import type { Catalogue, Source } from '#domain/catalogue/catalogue.ts';
import { trajectoryOf } from '#domain/catalogue/trajectory-of.ts';
import { languagesIn, type Tables, textColumn } from '../table.ts';
import { type Cells, cellsOf } from './sheets.ts';

/**
 * The sheets as an edition of a consultation: named after it, with whose each trajectory is. One that says something else than those that
 * come with the program is the town's, whatever its cell says.
 */
export function asEdition(
  tables: Tables,
  {
    id,
    version,
    served,
  }: { readonly id: string; readonly version: string; readonly served: readonly Catalogue[] },
): Tables {
  return new Map(
    [...tables].map(([name, table]) => {
      const rows = table.rows.map((row) => {
        const cells = cellsOf(table, row);
        const more: Cells =
          name === 'catalogue'
            ? { id, version }
            : name === 'trajectories'
              ? { source: sourceOf(cells, served) }
              : {};
        return table.header.map((column) => more[column] ?? cells[column] ?? '');
      });
      return [name, { ...table, rows }];
    }),
  );
}

const told = ['title', 'summary', 'benefit', 'risk', 'example'] as const;

function sourceOf(cells: Cells, served: readonly Catalogue[]): Source {
  const { id = '' } = cells;
  const languages = languagesIn(Object.keys(cells));
  const isSame = ({ text }: Catalogue) =>
    languages.every((language) => {
      const theirs = text[language]?.trajectories[id];
      return told.every(
        (column) =>
          theirs === undefined ||
          theirs[column] === typeset(cells[textColumn(column, language)] ?? '', language),
      );
    });
  const same = served.find((catalogue) => trajectoryOf(catalogue, id) !== undefined && isSame(catalogue));
  return (same && trajectoryOf(same, id)?.source) ?? 'town';
}

/** What a town's catalogue is called: its consultation's code, which begins with a letter here. */
export const townId = (code: string): string =>
  (/^[a-z]/.test(code) ? code : `c-${code}`).slice(0, 40).replace(/-+$/, '');

/** Where anyone reads it once it is open; nothing where the consultation is held on none of its own. */
export const deckAddress = (code: string, edition: string): string | undefined =>
  edition.startsWith(`${townId(code)}@`) ? `/catalogue/${townId(code)}` : undefined;
