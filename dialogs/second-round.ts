import type { Reply } from '#domain/conversation/reply.ts';
import type { Submit } from '#domain/conversation/submit.ts';
import { Ballot, longestRemark } from '#domain/participant/ballot.ts';
import { givenBallot } from '#domain/participant/given-ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Reading } from '#understanding/reading.ts';
import { readText } from '#understanding/replies/text.ts';
import { sayCast } from './answers/answer.ts';
import { cast } from './answers/record.ts';
import { isAnswering, sayClosed } from './closed.ts';
import { unfocused } from './place/leave.ts';
import { place } from './place/place.ts';
import { looksLeft, type SecondLookPlace, secondLookAt } from './place/second-look.ts';
import { goOn, notice, retry, stale } from './turn.ts';
import type { Turn, World } from './world.ts';

type Look = Extract<Submit, { act: 'second-look' }>;

/** People who wish look at their views again beside the first result, one after the other, and stop when they like. */
export function beginSecondRound(person: Participant, world: World): Turn {
  if (!isAnswering(world)) return sayClosed(person, world);
  if (looksLeft(person, world).length > 0) return toNext(person, world);
  return goOn(person, world, notice('no-second-round'));
}

/** "I keep my view", "I change it", in words; of nothing where no view is being looked at again. */
export function sayOfView(person: Participant, choice: 'keep' | 'change', world: World): Turn {
  if (!isAnswering(world)) return sayClosed(person, world);
  const here = place(person, world);
  if (here.at !== 'second-look') return goOn(person, world, notice('no-second-round'));
  return submitSecondLook(person, { act: 'second-look', trajectory: here.trajectory.id, choice }, world);
}

/** Tapped on a card of the second round. On a card of an earlier turn it changes what was said there. */
export function submitSecondLook(person: Participant, submit: Look, world: World): Turn {
  const here = secondLookAt(submit.trajectory, person, world);
  if (here === undefined) return stale(person, world);
  const why = whyOf(submit);
  if (why === 'too-long') return retry(person, world, why, {}, here);
  if (submit.choice === 'change') {
    const focus = { on: 'second-look', id: here.trajectory.id, change: true, ...why } as const;
    return goOn({ ...person, focus }, world);
  }
  const stance = Ballot.shape.stance.safeParse(stanceOf(submit, here, person));
  if (!stance.success) return retry(person, world, 'invalid', {}, here);
  return toNext(lookedAgain(person, here, stance.data, why, world), world);
}

/** A typed reply there is a stance: another one, or the same. */
export function answerSecondLook(
  person: Participant,
  reading: Reading,
  here: SecondLookPlace,
  world: World,
): Turn {
  const stance =
    reading.kind === 'ballot' ? reading.stance : reading.kind === 'dont-know' ? reading.kind : undefined;
  if (stance === undefined) return retry(person, world, 'not-a-stance');
  const { reason, shared } = here;
  const why = { ...(reason && { reason }), ...(reason && shared && { shared }) };
  const after = lookedAgain(person, here, stance, why, world);
  const ballot = givenBallot(after.ballots, here.trajectory.id);
  const said = ballot === undefined ? [] : [sayCast(here.trajectory.id, ballot, undefined)];
  return toNext(after, world, ...said);
}

/** To the one after it, without a word on this one; from the last back to where they were. */
export function passSecondLook(person: Participant, { trajectory }: SecondLookPlace, world: World): Turn {
  const all = looksLeft(person, world).map((one) => one.trajectory);
  const next = all[all.indexOf(trajectory.id) + 1];
  if (next === undefined) return goOn(unfocused(person), world, notice('second-round-done'));
  return goOn({ ...person, focus: { on: 'second-look', id: next } }, world);
}

function toNext(person: Participant, world: World, ...said: readonly Reply[]): Turn {
  const [next] = looksLeft(person, world);
  if (next === undefined) return goOn(unfocused(person), world, ...said, notice('second-round-done'));
  return goOn({ ...person, focus: { on: 'second-look', id: next.trajectory } }, world, ...said);
}

interface Why {
  readonly reason?: string;
  readonly shared?: true;
}

/**
 * The view as it is now beside what it was, which stays whatever is said later. A view that is kept is a contribution as well: the
 * result counts who looked again. What is no longer wished for is no longer retained.
 */
function lookedAgain(
  person: Participant,
  { trajectory }: SecondLookPlace,
  stance: Ballot['stance'],
  why: Why,
  world: World,
): Participant {
  const before = givenBallot(person.ballots, trajectory.id);
  if (before === undefined) return person;
  const kept = before.kept && (stance === 'dont-know' || stance >= 0);
  const second = { first: before.second?.first ?? before.stance, ...why };
  return cast(person, trajectory.id, { ...before, stance, kept, second }, world);
}

/** A view that is kept goes back to what it was, on a card of before too. */
function stanceOf(
  { choice, stance = '' }: Look,
  { given, trajectory }: SecondLookPlace,
  person: Participant,
) {
  if (choice === 'keep') return givenBallot(person.ballots, trajectory.id)?.second?.first ?? given;
  return stance === 'dont-know' ? stance : Number(stance || Number.NaN);
}

/** A reason as it is kept; the leave to read it goes with it alone. */
function whyOf({ reason = '', shared }: Look): Why | 'too-long' {
  const text = readText(reason, longestRemark);
  if (text.kind === 'unclear' && text.reason === 'too-long') return 'too-long';
  if (text.kind !== 'text') return {};
  return { reason: text.value, ...(shared === 'true' && { shared: true }) };
}
