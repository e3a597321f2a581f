import type { Participant } from '#domain/participant/participant.ts';
import type { Correction } from '#understanding/asked/correction.ts';
import type { Reading } from '#understanding/reading.ts';
import { idOf, isSaid, type QuestionnaireItem } from '../place/items.ts';
import { findItem } from '../place/place.ts';
import { turnTo } from '../place/turn-to.ts';
import { goOn, notice, retry } from '../turn.ts';
import type { Turn, World } from '../world.ts';
import { takenAs } from './answer.ts';
import { expectedReply } from './expected.ts';
import { readReply } from './read-reply.ts';

/**
 * "Non, en fait 3" corrects the answer just given, and what is asked now comes back. Where nothing clear is said instead, the answer
 * is asked anew. Nothing when the reply may as well speak of what is asked now, or there is nothing to correct.
 */
export async function correct(
  person: Participant,
  { instead, isPlain }: Correction,
  world: World,
): Promise<Turn | undefined> {
  const item = person.last === undefined ? undefined : findItem(person.last, person, world);
  if (item === undefined || !isSaid(item, person)) return undefined;
  if (instead === '') return isPlain ? turnTo(idOf(item), person, world) : undefined;
  const reading = await readReply(instead, expectedReply(item, person, world), person, world);
  const taken = takenAs(person, item, reading, world);
  if (taken !== undefined) return goOn(taken.person, world, notice('corrected'), ...taken.said);
  return isPlain && reading.kind === 'unclear' ? askAnew(person, item, reading, world) : undefined;
}

type Unclear = Extract<Reading, { kind: 'unclear' }>;

function askAnew(person: Participant, item: QuestionnaireItem, seen: Unclear, world: World): Turn {
  const focused: Participant = { ...person, focus: { on: item.at, id: idOf(item) } };
  return retry(focused, world, seen.reason, seen, item);
}
