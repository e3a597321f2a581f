import { longestText } from '#domain/participant/answer.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Reading } from '#understanding/reading.ts';
import { isDone, isSaidAlike, type QuestionnaireItem } from '../place/items.ts';
import { findItem } from '../place/place.ts';
import { goOn, notice } from '../turn.ts';
import type { Turn, World } from '../world.ts';
import { takenAs } from './answer.ts';
import { expectedReply } from './expected.ts';
import { readReply } from './read-reply.ts';
import { moveOnFrom } from './submit-answer.ts';

/**
 * A typed reply that was sent before the present question was in sight: it belongs to what was asked then, and never
 * counts for another. Where it says nothing of that, it is told once, and nothing is written down.
 */
export async function replyLate(
  person: Participant,
  asked: string,
  text: string,
  world: World,
): Promise<Turn> {
  const item = findItem(asked, person, world);
  // What was left unanswered was left for something else: it would be a guess.
  if (item === undefined || !isDone(item, person)) return tellLate(person, world);
  const expected = expectedReply(item, person, world);
  const reading = await readReply(text, expected, person, world);
  const taken = takenAs(person, item, withBefore(reading, item, person), world);
  if (taken === undefined) return tellLate(person, world);
  const turn = moveOnFrom(taken.person, person, item, world);
  if (isSaidAlike(item, person, taken.person)) return turn;
  return { ...turn, replies: [...taken.said, ...turn.replies] };
}

export const tellLate = (person: Participant, world: World): Turn =>
  goOn(person, world, notice('sent-before'));

/** A text sent in several messages is one: what was said first stays, unless both are too long together. */
function withBefore(reading: Reading, item: QuestionnaireItem, { answers }: Participant): Reading {
  const before = item.at === 'question' ? answers[item.question.id] : undefined;
  if (reading.kind !== 'text' || before?.kind !== 'text' || before.value === reading.value) return reading;
  const value = `${before.value}\n${reading.value}`;
  return value.length > longestText
    ? { kind: 'unclear', reason: 'too-long', understood: [] }
    : { kind: 'text', value };
}
