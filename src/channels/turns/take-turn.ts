import { converse } from '#dialogs/converse.ts';
import type { Turn } from '#dialogs/world.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import { handledKept, type Participant } from '#domain/participant/participant.ts';
import { timeSpent } from '#domain/participant/time-spent.ts';
import { upToDate } from '#domain/participant/up-to-date.ts';
import { type CodeGuesses, createCodeGuesses } from './code-guesses.ts';
import { holder } from './holder.ts';
import { inWorld } from './in-world.ts';
import { eraseAll, linkResumeCode, reachable, withinBound } from './linked-records.ts';
import { newcomer } from './newcomer.ts';
import type { Surroundings, TurnInput } from './surroundings.ts';
import { takeUp } from './take-up.ts';
import { isToBeTold, takenUp, told } from './taken-up.ts';

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
  const guesses = createCodeGuesses(() => Date.parse(surroundings.now()));
  // No document is left to remember an erasure by: a channel that brings it again reads the same, and nothing is kept.
  const erasures = new BoundedMap<TurnOutcome>(1000);
  return async (input) => {
    const id = await holder(input.key, surroundings.store);
    return inTurn.run(id, async () => {
      const name = `${input.key} ${input.activityId}`;
      const before = erasures.get(name);
      if (before !== undefined) return before;
      const outcome = await decide(id, input, { ...surroundings, guesses }, 3);
      const { participant, replies, effect } = outcome;
      if (effect === 'erase') {
        const { language } = participant;
        erasures.put(name, { participant: { ...newcomer(id, input, surroundings), language }, replies });
      }
      return outcome;
    });
  };
}

interface Deciding extends Surroundings {
  readonly guesses: CodeGuesses;
}

async function decide(
  id: string,
  given: TurnInput,
  surroundings: Deciding,
  tries: number,
): Promise<TurnOutcome> {
  const { store } = surroundings;
  const person = (await store.load('participant', id)) ?? newcomer(id, given, surroundings);
  const handled = person.handled.find((one) => one.id === given.activityId);
  if (handled !== undefined) return { participant: person, replies: handled.replies };

  const taken = await takeUp(id, given, surroundings.guesses, surroundings);
  const input = { ...given, event: taken.event };
  if (taken.id !== id) return { ...(await decide(taken.id, input, surroundings, tries)), takenUp: true };
  const { person: ready, changed } = await caughtUp(person, input, surroundings);
  const turn = await inWorld(input.consultation, input.rights, surroundings, (world) =>
    converse(ready, input.event, world),
  );
  if (turn.effect === 'erase') {
    await eraseAll(turn.participant, surroundings);
    return turn;
  }
  if (turn.participant.version === 0 && input.event.kind === 'joined') return turn;
  const linked = await linkResumeCode(ready, turn.participant, surroundings);
  const participant = await withinBound(told(reachable(linked, input), input), surroundings);
  const replies = [
    ...(isToBeTold(person, input) ? [takenUp] : []),
    ...(changed === undefined ? [] : [contentChanged(changed)]),
    ...turn.replies,
  ];
  const saved = await store.save('participant', remember({ participant, replies }, input, surroundings));
  if (saved.outcome === 'saved') return { ...turn, replies, participant: saved.record };
  if (tries > 1) return decide(id, input, surroundings, tries - 1);
  throw new Error('The same participant was saved elsewhere three times in a row');
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
