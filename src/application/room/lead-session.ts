import { randomBytes } from 'node:crypto';
import { trajectoryOf } from '#domain/catalogue/trajectory-of.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { isOver } from '#domain/consultation/consultation.ts';
import { inDomains } from '#domain/consultation/content/in-domains.ts';
import { judgeQuestion, type OwnQuestion, type RoomProblem } from '#domain/room/judge-room.ts';
import type { LiveSession, Subject } from '#domain/room/live-session.ts';
import { currentRound, type RoomStep, stateAt, stepped, toldOf } from '#domain/room/round-steps.ts';
import { firstResult, secondResult } from '#domain/room/vote-result.ts';
import { type Actor, refusal } from '../actor.ts';
import { type Application, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

/** What the facilitator does, as it is asked for. */
export type Lead =
  | { readonly act: 'ask'; readonly asked: { readonly trajectory: string } | OwnQuestion }
  | { readonly act: 'open' | 'again'; readonly seconds: number }
  | { readonly act: 'stop' | 'close' | 'pause' | 'resume' | 'longer' }
  | { readonly act: 'reveal' };

export interface LeadWish {
  readonly code: string;
  readonly session: string;
  /** Where the room was for whoever asks (`placeOf`): a second press, or another facilitator's, does nothing. */
  readonly at: string;
  readonly lead: Lead;
}

export type LeadOutcome =
  | { readonly outcome: 'done'; readonly session: LiveSession }
  /** The room is elsewhere by now. */
  | { readonly outcome: 'changed' }
  | { readonly outcome: 'wrong'; readonly problem: RoomProblem }
  | Unfit
  | NotDone;

type Parts = Pick<Application, 'store' | 'audit' | 'now' | 'catalogues' | 'inTurn' | 'voting' | 'votesOf'>;

/** Where a room is: another round, vote or state has another place. */
export function placeOf(session: LiveSession, now: string): string {
  const round = currentRound(session);
  const state = round === undefined ? 'between' : `${round.id}.${round.vote}.${stateAt(round, now)}`;
  return session.pausedAt === undefined ? state : `${state}.paused`;
}

/** Takes the room a step further. */
export async function leadSession(parts: Parts, actor: Actor, wish: LeadWish): Promise<LeadOutcome> {
  const { store, now, inTurn } = parts;
  const { code, session: id, at, lead } = wish;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(`room ${id}`, async () => {
    const session = await store.load('live-session', id);
    const its = await store.load('consultation', code);
    if (session?.consultation !== code || its === undefined) return missing;
    if (isOver(its)) return unfit;
    if (placeOf(session, now()) !== at) return { outcome: 'changed' };
    if (lead.act === 'reveal') return reveal(session, its, parts, actor);
    const step = stepOf(lead, its, parts);
    if ('problem' in step) return { outcome: 'wrong', problem: step.problem };
    const led = await save(session, step.step, parts);
    if (led.outcome === 'done' && lead.act === 'ask') {
      const facts = { n: led.session.rounds.length };
      await parts.audit.write(actor, { action: 'room-asked', consultation: code, facts });
    }
    return led;
  });
}

function stepOf(
  lead: Exclude<Lead, { act: 'reveal' }>,
  its: Consultation,
  { catalogues }: Parts,
): { readonly step: RoomStep } | { readonly problem: RoomProblem } {
  if (lead.act !== 'ask') return { step: lead };
  const id = randomBytes(9).toString('hex');
  const { asked } = lead;
  if (!('trajectory' in asked)) {
    const judged = judgeQuestion(asked);
    return 'problem' in judged ? judged : { step: { act: 'ask', id, subject: judged.subject } };
  }
  const { trajectory } = asked;
  const isKnown = trajectoryOf(inDomains(its, catalogues.of(its)), trajectory);
  if (!isKnown) return { problem: { field: 'trajectory', code: 'unknown' } };
  const subject: Subject = { kind: 'trajectory', trajectory };
  return { step: { act: 'ask', id, subject } };
}

/** No more answers are taken, those on their way are saved, and what is told then is told for good. */
async function reveal(
  session: LiveSession,
  its: Consultation,
  parts: Parts,
  actor: Actor,
): Promise<LeadOutcome> {
  const { store, audit, voting, votesOf } = parts;
  const round = currentRound(session);
  if (round === undefined) return unfit;
  const stopped = round.state === 'open' ? await save(session, { act: 'stop' }, parts) : undefined;
  if (stopped !== undefined && stopped.outcome !== 'done') return stopped;
  await voting.over(round.id);
  await store.caughtUp();
  const votes = await votesOf(round.id);
  const before = toldOf(session, round);
  const told =
    round.vote === 1
      ? { result: firstResult(votes, its.minGroup, before) }
      : secondResult(votes, round.first, its.minGroup, before);
  const shown = await save(stopped?.session ?? session, { act: 'reveal', ...told }, parts);
  if (shown.outcome !== 'done') return shown;
  const facts = { n: told.result.n };
  await audit.write(actor, { action: 'room-revealed', consultation: its.id, facts });
  return shown;
}

/** A decision that somebody notes meanwhile is kept: the step is taken on what stands then. */
async function save({ id }: LiveSession, step: RoomStep, { store, now }: Parts): Promise<LeadOutcome> {
  const saved = await store.update('live-session', id, (before) => before && stepped(before, step, now()));
  return saved.outcome === 'saved' ? { outcome: 'done', session: saved.record } : unfit;
}
