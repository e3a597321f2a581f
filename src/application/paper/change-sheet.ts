import { judgeSheet } from '#domain/paper/judge-sheet.ts';
import { type Sheet, sheetId } from '#domain/paper/sheet.ts';
import { type Actor, refusal } from '../actor.ts';
import { missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { forgetTexts } from '../texts/forget-texts.ts';
import { keepSheet } from './keep-sheet.ts';
import { type InvalidSheet, type PaperParts, printedOf, takesSheets } from './paper-parts.ts';

interface SheetChange {
  readonly code: string;
  /** Under the number that it has. */
  readonly sheet: Sheet;
}

export type SheetChanged =
  | { readonly outcome: 'done' }
  /** It said so before. */
  | { readonly outcome: 'unchanged' }
  | InvalidSheet
  | Unfit
  | NotDone;

/** Corrects a sheet that was entered; `unfit`: nobody may answer now. */
export async function changeSheet(
  parts: PaperParts,
  actor: Actor,
  { code, sheet }: SheetChange,
): Promise<SheetChanged> {
  const { store, audit, inTurn } = parts;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    const before = await store.load('participant', sheetId(code, sheet.number));
    if (its === undefined || before === undefined) return missing;
    if (!takesSheets(its, parts)) return unfit;
    const problems = judgeSheet(sheet, printedOf(its, parts));
    if (problems.length > 0) return { outcome: 'invalid', problems };
    if ((await keepSheet(parts, its, sheet)) === 'same') return { outcome: 'unchanged' };
    await forgetTexts(parts, its.id);
    const facts = { sheet: sheet.number };
    await audit.write(actor, { action: 'sheet-changed', consultation: code, facts });
    return { outcome: 'done' };
  });
}
