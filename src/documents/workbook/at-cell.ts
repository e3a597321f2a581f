import type { Say } from '#domain/conversation/phrases.ts';
import type { DraftCell } from './draft.ts';
import type { Misfit } from './misfit.ts';

/** Something said of a place, as whoever has the spreadsheet before them finds it: sheet, row, column. */
export function atCell({ sheet, row, letter, column }: Partial<DraftCell>, told: string, say: Say): string {
  const parts = [
    ...(sheet === undefined || sheet === '' ? [] : [say('table-problem.at.sheet', { sheet })]),
    ...(row === undefined ? [] : [say('table-problem.at.row', { row: `${row}` })]),
    ...(letter === undefined
      ? []
      : [
          column === undefined
            ? say('table-problem.at.column', { letter })
            : say('table-problem.at.named', { letter, column }),
        ]),
  ];
  if (parts.length === 0) return capital(told);
  const place = parts.reduce((a, b) => say('table-problem.at.with', { a, b }));
  return say('table-problem.at.told', { place: capital(place), told });
}

/** What is wrong with a spreadsheet, in a sentence or two. */
export const sayMisfit = ({ code, cell = {}, value = '' }: Misfit, say: Say): string =>
  atCell(cell, say(`table-problem.${code}`, { value }), say);

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
