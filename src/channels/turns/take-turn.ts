import { converse } from '#dialogs/converse.ts';
import { askedAt } from '#dialogs/place/asked.ts';
import { place } from '#dialogs/place/place.ts';
import type { Turn } from '#dialogs/world.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import { handledKept, type Participant } from '#domain/participant/participant.ts';
import { timeSpent } from '#domain/participant/time-spent.ts';
import { upToDate } from '#domain/participant/up-to-date.ts';
import { holder } from './holder.ts';
import { inWorld } from './in-world.ts';
import { createLatestAsked, type LatestAsked } from './latest-asked.ts';
import { eraseAll, linkResumeCode, reachable, withinBound } from './linked-records.ts';
import { newcomer } from './newcomer.ts';
import type { Surroundings, TurnInput } from './surroundings.ts';
import { takeUp } from './take-up.ts';
import { createUndecided, type Undecided } from './undecided.ts';

export interface TurnOutcome {
  readonly participant: Participant;
  readonly replies: readonly Reply[];
  readonly effect?: Turn['effect'];
}

/** Takes one turn: loads, converses, saves; what it returns may be said, for it is durable. */
export function createTurnTaker(surroundings: Surroundings): (input: TurnInput) => Promise<TurnOutcome> {
  const inTurn = new KeyedQueue();
  // No document is left to remember an erasure by: a channel that brings it again reads the same, and nothing is kept.
  const erasures = new BoundedMap<TurnOutcome>(1000);
  const parts = { ...surroundings, undecided: createUndecided(), latestAsked: createLatestAsked() };
  return async (input) => {
    const id = await holder(input.key, surroundings.store);
    return inTurn.run(id, async () => {
      const name = `${input.key} ${input.activityId}`;
      const before = erasures.get(name);
      if (before !== undefined) return before;
      const outcome = await decide(id, input, parts, 3);
      const { participant, replies, effect } = outcome;
      if (effect === 'erase') {
        const { language } = participant;
        erasures.put(name, { participant: { ...newcomer(id, input, surroundings), language }, replies });
      }
      return outcome;
    });
  };
}

interface Parts extends Surroundings {
  readonly undecided: Undecided;
  readonly latestAsked: LatestAsked;
}

async function decide(id: string, input: TurnInput, parts: Parts, tries: number): Promise<TurnOutcome> {
  const { store, undecided } = parts;
  const stored = await store.load('participant', id);
  const person = stored ?? undecided.of(id) ?? newcomer(id, input, parts);
  const handled = person.handled.find((one) => one.id === input.activityId);
  if (handled !== undefined) return { participant: person, replies: handled.replies };

  const taken = await takeUp(person, input, parts);
  const { person: ready, changed } = await caughtUp(taken.person, input, parts);
  const event = inSight(taken.event, id, input, parts);
  const turn = await inWorld(input.consultation, input.rights, parts, (world) => {
    parts.latestAsked.note(id, input.activityId, askedAt(place(ready, world)));
    return converse(ready, event, world);
  });
  if (turn.effect === 'erase') {
    undecided.drop(id);
    await eraseAll(turn.participant, parts);
    return turn;
  }
  if (turn.participant.consent === undefined) return held(turn, input, parts);
  const linked = await linkResumeCode(ready, turn.participant, parts);
  const participant = await withinBound(reachable(linked, input), parts);
  const replies = changed === undefined ? turn.replies : [contentChanged(changed), ...turn.replies];
  await input.beforeSaving?.();
  const saved = await store.save('participant', remember({ participant, replies }, input, parts));
  if (saved.outcome === 'saved') {
    undecided.drop(id);
    return { ...turn, replies, participant: saved.record };
  }
  if (tries > 1) return decide(id, input, parts, tries - 1);
  throw new Error('The same participant was saved elsewhere three times in a row');
}

/** Something typed, with what was asked as they sent it: as their client says, else before what they had not seen yet. */
function inSight(event: Event, id: string, { unseen = [] }: TurnInput, { latestAsked }: Parts): Event {
  if (event.kind !== 'text' || event.asked !== undefined) return event;
  const asked = latestAsked.before(id, unseen);
  return asked === undefined ? event : { ...event, asked };
}

/** Nothing is stored of who has not agreed; what an earlier release did store goes. */
async function held(turn: Turn, input: TurnInput, parts: Parts): Promise<TurnOutcome> {
  const person = turn.participant;
  if (person.version > 0) await eraseAll(person, parts);
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

function remember(
  { participant, replies }: Turn,
  { activityId }: TurnInput,
  { now }: Surroundings,
): Participant {
  const handled = [...participant.handled, { id: activityId, replies: [...replies] }].slice(-handledKept);
  const time = now();
  return { ...participant, handled, spent: timeSpent(participant, time), updatedAt: time };
}
