import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { type RoundProblem, withoutSecondRound, withSecondRound } from '#domain/consultation/second-round.ts';
import { type Actor, refusal } from '../actor.ts';
import { owing } from '../mail/grant-wishes.ts';
import { type ApplicationParts, missing, type NotDone, type Ports, type Unfit, unfit } from '../parts.ts';

/** `closes`: the new last day where it is over; absent: as for any reopening. */
interface RoundWish {
  readonly code: string;
  readonly closes?: string;
}

export type RoundOutcome =
  | { readonly outcome: 'done'; readonly consultation: Consultation }
  /** Why there is no second round, or what is wrong with its last day. */
  | { readonly outcome: 'invalid'; readonly wrong: RoundProblem }
  | NotDone;

type Parts = Pick<ApplicationParts, 'store' | 'audit' | 'now' | 'inTurn'>;
type OpeningParts = Parts & Partial<Pick<Ports, 'tellRound'>>;

/** People may look at their views again beside the result that stands. After the end only an owner lets them, as with any reopening. */
export async function openSecondRound(
  { store, audit, now, inTurn, tellRound }: OpeningParts,
  actor: Actor,
  { code, closes }: RoundWish,
): Promise<RoundOutcome> {
  const its = await store.load('consultation', code);
  const isOver = its !== undefined && phaseOf(its, now()) === 'closed';
  const refused = refusal(actor, isOver ? 'consultations:reopen' : 'consultations:write', code);
  if (refused !== undefined) return refused;
  let wrong: RoundProblem = { problem: 'unfit' };
  const updated = await inTurn(code, () =>
    store.update('consultation', code, (at) => {
      // Closed meanwhile: it is for an owner again.
      const isMoved = at !== undefined && (phaseOf(at, now()) === 'closed') !== isOver;
      const next = at === undefined || isMoved ? undefined : withSecondRound(at, closes, now());
      if (next === undefined || 'consultation' in next) return next && owed(next.consultation);
      wrong = next;
      return undefined;
    }),
  );
  if (updated.outcome === 'unchanged')
    return updated.record === undefined ? missing : { outcome: 'invalid', wrong };
  await audit.write(actor, { action: 'second-round-opened', consultation: code });
  tellRound?.(updated.record);
  return { outcome: 'done', consultation: updated.record };
}

/** Noted as it opens, so that a stop in between leaves nobody out: who may look again is told, by post and by letter. */
const owed = (its: Consultation): Consultation =>
  its.round ? owing({ ...its, round: { ...its.round, posting: true } }, 'second-round', true) : its;

/** The second round ends while people may go on answering; what was said in it stays said. */
export async function endSecondRound(
  { store, audit, now, inTurn }: Parts,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<{ readonly outcome: 'done'; readonly consultation: Consultation } | Unfit | NotDone> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const updated = await inTurn(code, () =>
    store.update('consultation', code, (its) => its && withoutSecondRound(its, now())),
  );
  if (updated.outcome === 'unchanged') return updated.record === undefined ? missing : unfit;
  await audit.write(actor, { action: 'second-round-ended', consultation: code });
  return { outcome: 'done', consultation: updated.record };
}
