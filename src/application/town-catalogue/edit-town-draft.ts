import { type Consultation, isOver, stageOf } from '#domain/consultation/consultation.ts';
import type { TownDraft, TownSheets } from '#domain/records/town-catalogue.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

interface DraftEdit {
  readonly code: string;
  /** What the working copy becomes; nothing: it has moved on since it was seen, and stays. */
  readonly change: (before: TownSheets | undefined) => TownSheets | undefined;
}

type EditOutcome =
  | { readonly outcome: 'done'; readonly draft: TownDraft }
  /** Somebody else changed the same thing meanwhile. */
  | { readonly outcome: 'changed' }
  | Unfit
  | NotDone;

/** Changes the working copy of a consultation's catalogue; nobody else sees it before it is saved as an edition. */
export async function editTownDraft(
  { store, audit, now, inTurn }: Pick<ApplicationParts, 'store' | 'audit' | 'now' | 'inTurn'>,
  actor: Actor,
  { code, change }: DraftEdit,
): Promise<EditOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    if (its === undefined) return missing;
    if (!mayTakeCatalogue(its, now())) return unfit;
    const updated = await store.update('town-draft', code, (before) => {
      const sheets = change(before?.sheets);
      return sheets === undefined
        ? undefined
        : { schema: 1, id: code, version: before?.version ?? 0, sheets };
    });
    if (updated.record === undefined || updated.outcome === 'unchanged') return { outcome: 'changed' };
    await audit.write(actor, { action: 'catalogue-edited', consultation: code });
    return { outcome: 'done', draft: updated.record };
  });
}

/** Whether what people are asked may still change: nobody answers any more once it has ended. */
export const mayTakeCatalogue = (its: Consultation, now: string): boolean =>
  !isOver(its) && stageOf(its, now) !== 'closed';
