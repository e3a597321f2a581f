import type { Consultation } from '#domain/consultation/consultation.ts';
import { changeStage as changed, type StageChange, stageChanges } from '#domain/consultation/life-cycle.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

export type StageOutcome =
  | { readonly outcome: 'done'; readonly consultation: Consultation }
  /** It is at a stage from which there is no such way: pressed twice, or somebody else was quicker. */
  | Unfit
  | NotDone;

/** A consultation opens, closes, is put away or taken out again. */
export async function changeStage(
  { store, audit, now, inTurn }: Pick<ApplicationParts, 'store' | 'audit' | 'now' | 'inTurn'>,
  actor: Actor,
  { code, change }: { readonly code: string; readonly change: StageChange },
): Promise<StageOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const updated = await inTurn(code, () =>
    store.update('consultation', code, (its) => its && changed(its, change, now())),
  );
  if (updated.outcome === 'unchanged') return updated.record === undefined ? missing : unfit;
  await audit.write(actor, { action: stageChanges[change].action, consultation: code });
  return { outcome: 'done', consultation: updated.record };
}
