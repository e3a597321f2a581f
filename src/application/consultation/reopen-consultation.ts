import type { Consultation } from '#domain/consultation/consultation.ts';
import { type Reopening, reopened, undoableUntil } from '#domain/consultation/reopening.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

/** `closes`: the new last day; absent: the closing day that stands, if it is to come. */
interface ReopeningWish {
  readonly code: string;
  readonly closes?: string;
}

export type ReopeningOutcome =
  | { readonly outcome: 'done'; readonly consultation: Consultation }
  /** What is wrong with the day. */
  | { readonly outcome: 'invalid'; readonly wrong: Extract<Reopening, { problem: string }> }
  | Unfit
  | NotDone;

/** An owner takes back, within days, that somebody closed it: people answer again until the day that was planned. */
export async function undoClosing(
  { store, audit, now, inTurn }: Pick<ApplicationParts, 'store' | 'audit' | 'now' | 'inTurn'>,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<{ readonly outcome: 'done'; readonly consultation: Consultation } | Unfit | NotDone> {
  const refused = refusal(actor, 'consultations:reopen', code);
  if (refused !== undefined) return refused;
  const updated = await inTurn(code, () =>
    store.update('consultation', code, (its) => {
      if (its === undefined || undoableUntil(its, now()) === undefined) return undefined;
      const next = reopened(its, undefined, now());
      return 'consultation' in next ? next.consultation : undefined;
    }),
  );
  if (updated.outcome === 'unchanged') return updated.record === undefined ? missing : unfit;
  await audit.write(actor, { action: 'closing-undone', consultation: code });
  return { outcome: 'done', consultation: updated.record };
}

/** An owner lets people answer again after the end. What was made of the answers stays until the next end. */
export async function reopenConsultation(
  { store, audit, now, inTurn }: Pick<ApplicationParts, 'store' | 'audit' | 'now' | 'inTurn'>,
  actor: Actor,
  { code, closes }: ReopeningWish,
): Promise<ReopeningOutcome> {
  const refused = refusal(actor, 'consultations:reopen', code);
  if (refused !== undefined) return refused;
  let wrong: Extract<Reopening, { problem: string }> = { problem: 'unfit' };
  const updated = await inTurn(code, () =>
    store.update('consultation', code, (its) => {
      const next = its && reopened(its, closes, now());
      if (next === undefined || 'consultation' in next) return next?.consultation;
      wrong = next;
      return undefined;
    }),
  );
  if (updated.outcome === 'unchanged') {
    if (updated.record === undefined) return missing;
    return wrong.problem === 'unfit' ? unfit : { outcome: 'invalid', wrong };
  }
  await audit.write(actor, { action: 'reopened', consultation: code });
  return { outcome: 'done', consultation: updated.record };
}
