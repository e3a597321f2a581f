import { converse } from '#dialogs/converse.ts';
import { askedAt } from '#dialogs/place/asked.ts';
import { place } from '#dialogs/place/place.ts';
import type { Turn } from '#dialogs/world.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import { withLastAnswer } from '#domain/participant/last-answer.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { upToDate } from '#domain/participant/up-to-date.ts';
import { type Beside, RecordUnreadable } from '#store/store.ts';
import { holder } from '../holder.ts';
import { inWorld } from '../in-world.ts';
import type { Surroundings, TurnInput } from '../surroundings.ts';
import { type CodeGuesses, createCodeGuesses } from './code-guesses.ts';
import { createEntryGate, type EntryGate } from './entry-gate.ts';
import { again, remember } from './handled.ts';
import { createLatestAsked, type LatestAsked } from './latest-asked.ts';
import { eraseAll, linkResumeCode, reachable, unlinkResumeCode, withinBound } from './linked-records.ts';
import { newcomer } from './newcomer.ts';
import { keepProposal, proposalsBy } from './proposals.ts';
import { takeUp } from './take-up.ts';
import { isToBeTold, takenUp, told } from './taken-up.ts';
import { createUndecided, type Undecided } from './undecided.ts';

/** How often a turn is decided anew when another node, or somebody who leads, is quicker. */
const mostTries = 6;

export interface TurnOutcome {
  readonly participant: Participant;
  readonly replies: readonly Reply[];
  readonly effect?: Turn['effect'];
  /** The place of another device was taken up in this turn. */
  readonly takenUp?: true;
}

/** Takes one turn: loads, converses, saves; what it returns may be said, for it is durable. */
export function createTurnTaker(surroundings: Surroundings): (input: TurnInput) => Promise<TurnOutcome> {
  const inTurn = new KeyedQueue();
  // No document is left to remember an erasure by: a channel that brings it again reads the same, and nothing is kept.
  const erasures = new BoundedMap<TurnOutcome>(1000);
  const guesses = createCodeGuesses('resume', surroundings.memory, () => Date.parse(surroundings.now()));
  const memory = { guesses, undecided: createUndecided(), latestAsked: createLatestAsked() };
  const gate = createEntryGate(surroundings);
  const parts = { ...surroundings, ...memory, gate };
  const take = async (input: TurnInput) => {
    const id = await holder(input.key, surroundings.store);
    return inTurn.run(id, async () => {
      const name = `${input.key} ${input.activityId}`;
      const before = erasures.get(name);
      if (before !== undefined) return before;
      const outcome = await decide(id, input, parts, mostTries);
      const { participant, replies, effect } = outcome;
      if (effect === 'erase') {
        const { language } = participant;
        erasures.put(name, { participant: { ...newcomer(id, input, surroundings), language }, replies });
      }
      return outcome;
    });
  };
  return (input) =>
    surroundings.turns.note(input.consultation.id, take(input)).catch((error: unknown) => {
      if (error instanceof RecordUnreadable) return outOfReach(input, surroundings);
      throw error;
    });
}

/** What is kept of somebody cannot be read now: they are told so, and nothing new is kept in its place. */
const outOfReach = (input: TurnInput, surroundings: Surroundings): TurnOutcome => ({
  participant: newcomer(input.key, input, surroundings),
  replies: [{ label: 'notice', about: 'out-of-reach' }],
});

interface Parts extends Surroundings {
  readonly undecided: Undecided;
  readonly guesses: CodeGuesses;
  readonly latestAsked: LatestAsked;
  readonly gate: EntryGate;
}

async function decide(id: string, given: TurnInput, parts: Parts, tries: number): Promise<TurnOutcome> {
  const { store, undecided } = parts;
  const stored = await store.load('participant', id);
  const person = stored ?? undecided.of(id) ?? newcomer(id, given, parts);
  const handled = person.handled.find((one) => one.id === given.activityId);
  if (handled !== undefined) return again(person, handled.replies, given, parts);

  const taken = await takeUp(id, given, parts.guesses, parts);
  if (taken.id !== id) {
    undecided.drop(id);
    const event = taken.event;
    return { ...(await decide(taken.id, { ...given, event }, parts, tries)), takenUp: true };
  }
  const { person: ready, changed } = await caughtUp(person, given, parts);
  const event = await parts.gate.look(ready, { ...given, event: taken.event });
  const input = { ...given, event: inSight(event, id, given, parts) };
  const admitted = parts.gate.isAdmitted(ready, input.consultation);
  const proposals = await proposalsBy(ready, store);
  const turn = await inWorld(input.consultation, input.rights, parts, (its) => {
    const world = { ...its, admitted, proposals };
    parts.latestAsked.note(id, input.activityId, askedAt(place(ready, world)));
    return converse(ready, input.event, world);
  });
  if (turn.effect === 'erase') {
    undecided.drop(id);
    await eraseAll(turn.participant, input, parts);
    return turn;
  }
  if (turn.participant.consent === undefined) return held(turn, input, parts);
  // Where the answers were erased, nothing of anybody is kept any more.
  if (input.consultation.erasure !== undefined) return turn;
  const isIn = ready.consent !== undefined || (await parts.gate.use(ready, input.consultation));
  if (!isIn) return decide(id, { ...given, event: tooLate }, parts, tries);
  const linked = await linkResumeCode(ready, turn.participant, parts);
  const participant = await withinBound(told(reachable(linked, input), input), parts);
  const replies = [
    ...(isToBeTold(person, input) ? [takenUp] : []),
    ...(changed === undefined ? [] : [contentChanged(changed)]),
    ...turn.replies,
  ];
  const answered = withLastAnswer(ready, participant, parts.now());
  await input.beforeSaving?.();
  const takeBack = await keepProposal(turn, store);
  const kept = remember({ participant: answered, replies }, input, parts);
  const saved = await store.save('participant', kept, asRead(input.consultation));
  if (saved.outcome === 'saved') {
    undecided.drop(id);
    parts.gate.drop(id);
    return { ...turn, replies, participant: saved.record };
  }
  await takeBack();
  await unlinkResumeCode(ready, turn.participant, parts);
  if (tries > 1) return decide(id, await readAgain(given, parts), parts, tries - 1);
  throw new Error(
    `The same participant, or their consultation, was saved elsewhere ${mostTries} times in a row`,
  );
}

/**
 * What is saved depends on the consultation as the turn began with it: it is counted by whoever ends that, on whichever node, or is
 * decided anew. So nobody has to read it a second time. One that is not stored has no version.
 */
const asRead = ({ id, version }: Consultation): Beside | undefined =>
  version === 0 ? undefined : { kind: 'consultation', id, version };

/** It may have been closed meanwhile, or its answers erased: its final result, once made, counts every answer that is kept. */
async function readAgain(given: TurnInput, { store }: Parts): Promise<TurnInput> {
  const consultation = await store.load('consultation', given.consultation.id);
  return { ...given, consultation: consultation ?? { ...given.consultation, version: 0 } };
}

/** Their code was used by somebody else, or taken back, while they read. */
const tooLate: Event = { kind: 'entry-code', came: { outcome: 'refused' } };

/** Something typed, with what was asked as they sent it: as their client says, else before what they had not seen yet. */
function inSight(event: Event, id: string, { unseen = [] }: TurnInput, { latestAsked }: Parts): Event {
  if (event.kind !== 'text' || event.asked !== undefined) return event;
  const asked = latestAsked.before(id, unseen);
  return asked === undefined ? event : { ...event, asked };
}

/** Nothing is stored of who has not agreed; what an earlier release did store goes. */
async function held(turn: Turn, input: TurnInput, parts: Parts): Promise<TurnOutcome> {
  const person = turn.participant;
  if (person.version > 0) await eraseAll(person, input, parts);
  const participant = { ...remember(turn, input, parts), traces: [], version: 0 };
  parts.undecided.hold(participant);
  return { ...turn, participant };
}

/** The content may have changed since the person last spoke: what they said goes on with the edition of now. */
async function caughtUp(
  person: Participant,
  { consultation }: TurnInput,
  { store, catalogues }: Surroundings,
) {
  const catalogue = catalogues.of(consultation);
  if (person.catalogue === catalogue.edition) return upToDate(person, catalogue, undefined);
  return upToDate(person, catalogue, (await store.load('edition', person.catalogue))?.prints);
}

const contentChanged = ({ toConfirm }: { readonly toConfirm: number }): Reply => ({
  label: 'notice',
  about: 'content-changed',
  facts: { n: toConfirm },
});
