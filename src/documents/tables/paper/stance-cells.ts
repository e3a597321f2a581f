import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { fold } from '#domain/conversation/fold.ts';
import { stanceKeys } from '#domain/paper/sheet.ts';
import { type Ballot, stances } from '#domain/participant/ballot.ts';
import { minus, unguarded } from '../cell-text.ts';

type StanceSaid = Ballot['stance'];

/** A cell of a trajectory with something in it. */
export interface StanceCell {
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

export interface StanceProblem extends StanceCell {
  readonly code: 'stance' | 'two-scales' | 'which-scale';
}

/**
 * Numbers mean one of two things: what is printed in the boxes (0 to 5), or the view from -2 to +2. A spreadsheet makes 2 of "+2", so
 * that no cell tells by itself: the whole table does, by a sign or by a number that only one of both has. Where it says both, or
 * nothing, it is refused: nothing is guessed.
 */
type Scale = 'boxes' | 'signed';

const figure = /^([+-]?)\s*([0-9])(?:[.,]0+)?$/;

/** What each cell says, in the order of the cells; or what is wrong. */
export function readStances(
  cells: readonly StanceCell[],
  catalogue: Catalogue,
): { readonly stances: readonly StanceSaid[] } | { readonly problems: readonly StanceProblem[] } {
  const scale = scaleOf(cells);
  if (scale !== undefined && typeof scale === 'object') return { problems: [scale] };
  const words = wordsOf(catalogue);
  const problems: StanceProblem[] = [];
  const said = cells.flatMap((cell): readonly StanceSaid[] => {
    const found = words.get(fold(cell.value)) ?? numbered(cell.value, scale);
    if (found === undefined) problems.push({ ...cell, code: 'stance' });
    return found === undefined ? [] : [found];
  });
  return problems.length > 0 ? { problems } : { stances: said };
}

/** Nothing: no cell holds a number. */
function scaleOf(cells: readonly StanceCell[]): Scale | StanceProblem | undefined {
  let [signed, boxes, plain]: (StanceCell | undefined)[] = [];
  for (const cell of cells) {
    const [, sign, digit] = figure.exec(bare(cell.value)) ?? [];
    if (digit === undefined) continue;
    if (sign !== '') signed ??= cell;
    else if (Number(digit) > 2) boxes ??= cell;
    else plain ??= cell;
  }
  if (signed && boxes) return { ...signed, code: 'two-scales' };
  if (signed) return 'signed';
  if (boxes) return 'boxes';
  return plain && { ...plain, code: 'which-scale' };
}

function numbered(value: string, scale: Scale | undefined): StanceSaid | undefined {
  const [, sign, digit] = figure.exec(bare(value)) ?? [];
  if (digit === undefined) return undefined;
  if (scale === 'boxes') return stanceKeys.find(([key]) => key === digit)?.[1];
  const number = sign === '-' ? -Number(digit) : Number(digit);
  return stances.find((one) => one === number);
}

const bare = (value: string): string => unguarded(value).trim().replace(minus, '-');

/** The words beside the boxes, in every language; a question mark is for who does not know. */
function wordsOf({ languages, text }: Catalogue): ReadonlyMap<string, StanceSaid> {
  const named = languages.flatMap((language) =>
    stanceKeys.map(([, stance]): [string, StanceSaid] => [
      fold(text[language]?.stances[stance] ?? ''),
      stance,
    ]),
  );
  return new Map<string, StanceSaid>([...named, ['?', 'dont-know']]);
}
