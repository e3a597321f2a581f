import { judgeSheet } from '#domain/paper/judge-sheet.ts';
import { type Sheet, sheetId } from '#domain/paper/sheet.ts';
import { type Actor, refusal } from '../actor.ts';
import { missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { keepSheet, noteFirst } from './keep-sheet.ts';
import { type InvalidSheet, type PaperParts, printedOf, takesSheets } from './paper-parts.ts';

interface NewSheet {
  readonly code: string;
  readonly sheet: Sheet;
}

export type SheetEntered =
  | { readonly outcome: 'done' }
  /** A sheet of this number is there already: it is left as it is. */
  | { readonly outcome: 'there' }
  | InvalidSheet
  | Unfit
  | NotDone;

/** Counts what somebody answered on paper; `unfit`: nobody may answer now. */
export async function enterSheet(
  parts: PaperParts,
  actor: Actor,
  { code, sheet }: NewSheet,
): Promise<SheetEntered> {
  const { store, audit, inTurn } = parts;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    if (its === undefined) return missing;
    if (!takesSheets(its, parts)) return unfit;
    const problems = judgeSheet(sheet, printedOf(its, parts));
    if (problems.length > 0) return { outcome: 'invalid', problems };
    if ((await store.load('participant', sheetId(code, sheet.number))) !== undefined)
      return { outcome: 'there' };
    await noteFirst(parts, its);
    await keepSheet(parts, its, sheet);
    const facts = { sheet: sheet.number };
    await audit.write(actor, { action: 'sheet-added', consultation: code, facts });
    return { outcome: 'done' };
  });
}
