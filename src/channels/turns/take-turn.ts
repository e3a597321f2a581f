import { converse } from '#dialogs/converse.ts';
import { withContent, withoutContent } from '#dialogs/kept-replies.ts';
import type { Turn } from '#dialogs/world.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import { handledKept, type Participant, repliesKept } from '#domain/participant/participant.ts';
import { timeSpent } from '#domain/participant/time-spent.ts';
import { upToDate } from '#domain/participant/up-to-date.ts';
import { holder } from './holder.ts';
import { inWorld } from './in-world.ts';
import { eraseAll, linkResumeCode, reachable, withinBound } from './linked-records.ts';
import { newcomer } from './newcomer.ts';
import type { Surroundings, TurnInput } from './surroundings.ts';
import { takeUp } from './take-up.ts';

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
  return async (input) => {
    const id = await holder(input.key, surroundings.store);
    return inTurn.run(id, async () => {
      const name = `${input.key} ${input.activityId}`;
      const before = erasures.get(name);
      if (before !== undefined) return before;
      const outcome = await decide(id, input, surroundings, 3);
      const { participant, replies, effect } = outcome;
      if (effect === 'erase') {
        const { language } = participant;
        erasures.put(name, { participant: { ...newcomer(id, input, surroundings), language }, replies });
      }
      return outcome;
    });
  };
}

async function decide(
  id: string,
  input: TurnInput,
  surroundings: Surroundings,
  tries: number,
): Promise<TurnOutcome> {
  const { store } = surroundings;
  const person = (await store.load('participant', id)) ?? newcomer(id, input, surroundings);
  const handled = person.handled.find((one) => one.id === input.activityId);
  if (handled !== undefined) return again(person, handled.replies, input, surroundings);

  const taken = await takeUp(person, input, surroundings);
  const { person: ready, changed } = await caughtUp(taken.person, input, surroundings);
  const turn = await inWorld(input.consultation, input.rights, surroundings, (world) =>
    converse(ready, taken.event, world),
  );
  if (turn.effect === 'erase') {
    await eraseAll(turn.participant, surroundings);
    return turn;
  }
  if (turn.participant.version === 0 && input.event.kind === 'joined') return turn;
  const linked = await linkResumeCode(ready, turn.participant, surroundings);
  const participant = await withinBound(reachable(linked, input), surroundings);
  const replies = changed === undefined ? turn.replies : [contentChanged(changed), ...turn.replies];
  const saved = await store.save('participant', remember({ participant, replies }, input, surroundings));
  if (saved.outcome === 'saved') return { ...turn, replies, participant: saved.record };
  if (tries > 1) return decide(id, input, surroundings, tries - 1);
  throw new Error('The same participant was saved elsewhere three times in a row');
}

/** The channel brought an activity again: the same replies. */
async function again(
  person: Participant,
  kept: readonly Reply[],
  { consultation, rights }: TurnInput,
  surroundings: Surroundings,
): Promise<TurnOutcome> {
  const replies = await inWorld(consultation, rights, surroundings, (world) =>
    kept.map((reply) => withContent(reply, person, world)),
  );
  return { participant: person, replies };
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
  const latest = [...participant.handled, { id: activityId, replies: replies.map(withoutContent) }];
  const idsAlone = latest.slice(-handledKept, -repliesKept).map(({ id }) => ({ id, replies: [] }));
  const handled = [...idsAlone, ...latest.slice(-repliesKept)];
  const time = now();
  return { ...participant, handled, spent: timeSpent(participant, time), updatedAt: time };
}
