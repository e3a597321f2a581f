import type { ImpactProblem } from '#documents/tables/impacts/impact-problem.ts';
import { columnName, sheetProblems } from '#documents/tables/sheets/sheet.ts';
import { atCell } from '#documents/workbook/at-cell.ts';
import type { CatalogueText } from '#domain/catalogue/catalogue.ts';
import type { Problems } from '#web/admin/fields.ts';
import type { AdminVisit } from '#web/admin/visit.ts';
import type { ImpactCell } from './cells.ts';

const most = 20;

/** What is wrong in a filled-in table, each with its place in words. */
export function cellProblems(
  wrong: readonly ImpactCell[],
  text: CatalogueText,
  { say }: AdminVisit,
): Problems {
  const title = (id: string) => text.orientations[id]?.title ?? id;
  return Object.fromEntries(
    wrong
      .slice(0, most)
      .map(({ name, from, to }) => [
        name,
        say('outcome.judgements.wrong', { from: title(from), to: title(to) }),
      ]),
  );
}

/** What is wrong in a file, cell by cell. */
export const fileProblems = (problems: readonly ImpactProblem[], { say }: AdminVisit): readonly string[] =>
  problems.map(({ sheet, row, column, code, value = '' }) => {
    const isOfTheFile = sheetProblems.some((one) => one === code);
    const told = isOfTheFile
      ? say(`table-problem.${code}`, { value })
      : say(`outcome.judgements.file.${code}`, { value });
    const letter = column === undefined ? {} : { letter: columnName(column) };
    return atCell({ row, ...(sheet !== undefined && { sheet }), ...letter }, told, say);
  });
