import { randomInt } from 'node:crypto';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { onPaper, readAgain } from '#domain/paper/on-paper.ts';
import { type Sheet, sheetId } from '#domain/paper/sheet.ts';
import { type PaperParts, printedOf } from './paper-parts.ts';

/** What became of a sheet: the number was new, it says something else now, or it said so before. */
export type SheetKept = 'new' | 'changed' | 'same';

/** Keeps a judged sheet in the place of the one of its number, for a use case that asked whether whoever acts may. */
export async function keepSheet(parts: PaperParts, its: Consultation, sheet: Sheet): Promise<SheetKept> {
  const { store, now } = parts;
  const catalogue = printedOf(its, parts);
  let kept: SheetKept = 'same';
  await store.update('participant', sheetId(its.id, sheet.number), (before) => {
    const at = { catalogue, now: now() };
    const after =
      before === undefined
        ? onPaper(sheet, { ...at, consultation: its.id, language: its.language, seed: randomInt(2 ** 31) })
        : readAgain(before, sheet, at);
    kept = before === undefined ? 'new' : after === before ? 'same' : 'changed';
    return after;
  });
  return kept;
}

/** From the first sheet on, how sheets are counted stays as it is. */
export async function noteFirst({ store, now }: PaperParts, { id, paperSince }: Consultation): Promise<void> {
  if (paperSince !== undefined) return;
  const first = now();
  await store.update('consultation', id, (its) => its && { ...its, paperSince: its.paperSince ?? first });
}
