import type { Consultation } from '#domain/consultation/consultation.ts';
import { phaseOf } from '#domain/consultation/consultation.ts';
import { without } from '#domain/consultation/without.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

/** Whoever facilitates says that people were told what was done with the result, or that they were not: nothing else can know it. */
export async function tellPeople(
  { store, audit, now }: Pick<ApplicationParts, 'store' | 'audit' | 'now'>,
  actor: Actor,
  { code, told }: { readonly code: string; readonly told: boolean },
): Promise<{ readonly outcome: 'done'; readonly consultation: Consultation } | Unfit | NotDone> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const updated = await store.update('consultation', code, (its) => {
    if (its === undefined || phaseOf(its, now()) !== 'closed' || (its.toldAt !== undefined) === told)
      return undefined;
    return told ? { ...its, toldAt: now() } : without(its, 'toldAt');
  });
  if (updated.outcome === 'unchanged') return updated.record === undefined ? missing : unfit;
  await audit.write(actor, { action: told ? 'people-told' : 'people-not-told', consultation: code });
  return { outcome: 'done', consultation: updated.record };
}
