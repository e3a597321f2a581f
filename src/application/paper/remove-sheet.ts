import { sheetId } from '#domain/paper/sheet.ts';
import { type Actor, refusal } from '../actor.ts';
import { missing, type NotDone } from '../parts.ts';
import { forgetTexts } from '../texts/forget-texts.ts';
import type { PaperParts } from './paper-parts.ts';

/**
 * Erases a sheet, as somebody erases what they answered: at any time while answers are kept. What stands of the result then is said in
 * docs/results-and-method.md.
 */
export async function removeSheet(
  parts: PaperParts,
  actor: Actor,
  { code, number }: { readonly code: string; readonly number: number },
): Promise<{ readonly outcome: 'done' } | NotDone> {
  const { store, audit, inTurn } = parts;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    const id = sheetId(code, number);
    if (its === undefined || (await store.load('participant', id)) === undefined) return missing;
    await store.erase('participant', id);
    await forgetTexts(parts, its.id);
    await audit.write(actor, { action: 'sheet-removed', consultation: code, facts: { sheet: number } });
    return { outcome: 'done' };
  });
}
