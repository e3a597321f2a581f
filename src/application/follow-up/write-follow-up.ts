import { randomBytes } from 'node:crypto';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { inDomains } from '#domain/consultation/content/in-domains.ts';
import { type FollowUp, followUpBounds } from '#domain/consultation/follow-up/follow-up.ts';
import { mayFollowUp } from '#domain/consultation/follow-up/follow-up-due.ts';
import {
  type FollowUpProblem,
  type FollowUpSaying,
  judgeFollowUp,
  saysTheSame,
} from '#domain/consultation/follow-up/judge-follow-up.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

export type FollowUpOutcome =
  | { readonly outcome: 'done'; readonly consultation: Consultation; readonly followUp: FollowUp }
  | { readonly outcome: 'invalid'; readonly problems: readonly FollowUpProblem[] }
  /** It keeps as many as it may. */
  | { readonly outcome: 'too-many'; readonly most: number }
  /** People may still answer. */
  | Unfit
  | NotDone;

type Parts = Pick<ApplicationParts, 'store' | 'audit' | 'catalogues' | 'now'>;

/** Answers people on what a consultation found, beside what was answered before; the same words once more change nothing. */
export async function writeFollowUp(
  { store, audit, catalogues, now }: Parts,
  actor: Actor,
  { code, saying }: { readonly code: string; readonly saying: FollowUpSaying },
): Promise<FollowUpOutcome> {
  const refused = refusal(actor, 'publish', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  if (its === undefined) return missing;
  if (!mayFollowUp(its, now())) return unfit;
  const judged = judgeFollowUp(saying, heldIn(its, catalogues));
  if ('problems' in judged) return { outcome: 'invalid', problems: judged.problems };
  const followUp: FollowUp = { id: randomBytes(6).toString('hex'), ...judged.words, at: now() };
  const { words } = judged;
  const updated = await store.update('consultation', code, (before) => {
    const all = before?.followUps ?? [];
    const isFull = all.length >= followUpBounds.most;
    if (before === undefined || isFull || !mayFollowUp(before, now()) || lastLike(all, words))
      return undefined;
    return { ...before, followUps: [...all, followUp] };
  });
  if (updated.outcome === 'unchanged') return stood(updated.record, words);
  const facts = { state: followUp.state, ...(followUp.trajectory && { name: followUp.trajectory }) };
  await audit.write(actor, { action: 'follow-up-written', consultation: code, facts });
  return { outcome: 'done', consultation: updated.record, followUp };
}

/** What a consultation may be answered on, and in which languages. */
export function heldIn(its: Consultation, catalogues: ApplicationParts['catalogues']) {
  const { domains, languages } = inDomains(its, catalogues.of(its));
  return {
    trajectories: domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id)),
    languages: languages.toSorted((a, b) => Number(b === its.language) - Number(a === its.language)),
  };
}

/** What was last answered on the same thing, where it says just this. */
function lastLike(all: readonly FollowUp[], words: Parameters<typeof saysTheSame>[0]): FollowUp | undefined {
  const last = all.findLast(({ trajectory }) => trajectory === words.trajectory);
  return last !== undefined && saysTheSame(last, words) ? last : undefined;
}

function stood(its: Consultation | undefined, words: Parameters<typeof saysTheSame>[0]): FollowUpOutcome {
  if (its === undefined) return missing;
  const { followUps = [] } = its;
  const followUp = lastLike(followUps, words);
  if (followUp !== undefined) return { outcome: 'done', consultation: its, followUp };
  const { most } = followUpBounds;
  return followUps.length >= most ? { outcome: 'too-many', most } : unfit;
}
