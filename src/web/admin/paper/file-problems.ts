import type { PaperFileProblem } from '#documents/tables/paper/paper-table.ts';
import { columnName, sheetProblems } from '#documents/tables/sheets/sheet.ts';
import { atCell } from '#documents/workbook/at-cell.ts';
import type { Wording } from '#wording/wording.ts';

/** What is wrong in a file, each with its sheet, row and column. */
export const paperFileProblems = (
  problems: readonly PaperFileProblem[],
  { say, catalogue }: Wording,
): readonly string[] =>
  problems.map(({ sheet, row, column, code, value = '' }) => {
    const isOfTheFile = sheetProblems.some((one) => one === code);
    const most = code === 'roles' ? catalogue.roles.length : catalogue.territories.length;
    const told = isOfTheFile
      ? say(`table-problem.${code}`, { value })
      : say(`paper.file.${code}`, { value, most });
    return atCell(
      {
        ...(sheet !== undefined && { sheet }),
        ...(row !== undefined && { row }),
        ...(column !== undefined && { letter: columnName(column) }),
      },
      told,
      say,
    );
  });
