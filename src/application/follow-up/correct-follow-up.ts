import type { FollowUp } from '#domain/consultation/follow-up/follow-up.ts';
import { mayFollowUp } from '#domain/consultation/follow-up/follow-up-due.ts';
import {
  type FollowUpSaying,
  judgeFollowUp,
  saysTheSame,
} from '#domain/consultation/follow-up/judge-follow-up.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, unfit } from '../parts.ts';
import { type FollowUpOutcome, heldIn } from './write-follow-up.ts';

interface Correction {
  readonly code: string;
  readonly id: string;
  readonly saying: FollowUpSaying;
}

/** Puts an answer right that was written before: it keeps its date, and says when it was put right. */
export async function correctFollowUp(
  { store, audit, catalogues, now }: Pick<ApplicationParts, 'store' | 'audit' | 'catalogues' | 'now'>,
  actor: Actor,
  { code, id, saying }: Correction,
): Promise<FollowUpOutcome> {
  const refused = refusal(actor, 'publish', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  const known = its?.followUps?.find((one) => one.id === id);
  if (its === undefined || known === undefined) return missing;
  if (!mayFollowUp(its, now())) return unfit;
  const judged = judgeFollowUp(saying, heldIn(its, catalogues));
  if ('problems' in judged) return { outcome: 'invalid', problems: judged.problems };
  const followUp: FollowUp = { id, ...judged.words, at: known.at, correctedAt: now() };
  const updated = await store.update('consultation', code, (before) => {
    const present = before?.followUps?.find((one) => one.id === id);
    if (before === undefined || present === undefined || saysTheSame(present, followUp)) return undefined;
    return { ...before, followUps: before.followUps?.map((one) => (one.id === id ? followUp : one)) };
  });
  if (updated.outcome === 'unchanged') {
    const present = updated.record?.followUps?.find((one) => one.id === id);
    if (updated.record === undefined || present === undefined) return missing;
    return { outcome: 'done', consultation: updated.record, followUp: present };
  }
  const facts = { state: followUp.state, ...(followUp.trajectory && { name: followUp.trajectory }) };
  await audit.write(actor, { action: 'follow-up-corrected', consultation: code, facts });
  return { outcome: 'done', consultation: updated.record, followUp };
}
