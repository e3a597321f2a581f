import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { channelsOf } from './channels-of.ts';

/**
 * A consultation that would open by itself is prepared again: nobody could answer yet. `unfit`: it is open, or it stands in a
 * channel, where people were told of it.
 */
export async function takeBackOpening(
  { store, audit, now, inTurn }: Pick<ApplicationParts, 'store' | 'audit' | 'now' | 'inTurn'>,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<{ readonly outcome: 'done'; readonly consultation: Consultation } | Unfit | NotDone> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const updated = await inTurn(code, async () => {
    const stands = (await channelsOf(code, store)) > 0;
    return store.update('consultation', code, (its) =>
      its !== undefined && !stands && phaseOf(its, now()) === 'early' ? { ...its, draft: true } : undefined,
    );
  });
  if (updated.outcome === 'unchanged') return updated.record === undefined ? missing : unfit;
  await audit.write(actor, { action: 'opening-taken-back', consultation: code });
  return { outcome: 'done', consultation: updated.record };
}
