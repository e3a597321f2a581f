import { judgeSheet, type SheetProblem } from '#domain/paper/judge-sheet.ts';
import { numberRanges } from '#domain/paper/number-ranges.ts';
import { type Sheet, sheetBounds } from '#domain/paper/sheet.ts';
import { type Actor, refusal } from '../actor.ts';
import { missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { forgetTexts } from '../texts/forget-texts.ts';
import { keepSheet, noteFirst, type SheetKept } from './keep-sheet.ts';
import { type PaperParts, printedOf, takesSheets } from './paper-parts.ts';

interface Sheets {
  readonly code: string;
  /** Each number once. */
  readonly sheets: readonly Sheet[];
}

export type SheetsTaken =
  /** The numbers of those that were new, that took the place of one that said something else, and that said so before. */
  | { readonly outcome: 'done'; readonly kept: Readonly<Record<SheetKept, readonly number[]>> }
  /** Nothing was kept; `sheet`: which of them it is of, by its place. */
  | {
      readonly outcome: 'invalid';
      readonly problems: readonly (SheetProblem & { readonly sheet: number })[];
    }
  /** None, or more than are taken at once. */
  | { readonly outcome: 'too-many'; readonly most: number }
  | Unfit
  | NotDone;

/** Sheets are saved so many at once: each lot waits for the disk once. */
const lot = 100;

/**
 * Takes many sheets, all of them or none. One whose number is there takes the other's place, so that the same file may be taken twice
 * and nothing is counted double. `unfit`: nobody may answer now.
 */
export async function takeSheets(
  parts: PaperParts,
  actor: Actor,
  { code, sheets }: Sheets,
): Promise<SheetsTaken> {
  const { store, inTurn } = parts;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const most = sheetBounds.atOnce;
  if (sheets.length === 0 || sheets.length > most) return { outcome: 'too-many', most };
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    if (its === undefined) return missing;
    if (!takesSheets(its, parts)) return unfit;
    const catalogue = printedOf(its, parts);
    const problems = sheets.flatMap((one, sheet) =>
      judgeSheet(one, catalogue).map((problem) => ({ ...problem, sheet })),
    );
    if (problems.length > 0) return { outcome: 'invalid', problems };
    await noteFirst(parts, its);
    const kept: Record<SheetKept, number[]> = { new: [], changed: [], same: [] };
    for (let from = 0; from < sheets.length; from += lot) {
      const some = sheets.slice(from, from + lot);
      const saved = await Promise.all(some.map((one) => keepSheet(parts, its, one)));
      for (const [i, { number }] of some.entries()) kept[saved[i] ?? 'same'].push(number);
    }
    if (kept.changed.length > 0) await forgetTexts(parts, its.id);
    await written(parts, actor, code, kept);
    return { outcome: 'done', kept };
  });
}

/** How many sheets and which, and nothing that they say. */
const written = (
  { audit }: PaperParts,
  actor: Actor,
  consultation: string,
  { new: added, changed, same }: Readonly<Record<SheetKept, readonly number[]>>,
) =>
  audit.write(actor, {
    action: 'sheets-taken',
    consultation,
    facts: {
      ...{ n: added.length, changed: changed.length, same: same.length },
      sheets: numberRanges([...added, ...changed]),
    },
  });
