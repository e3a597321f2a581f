import type { Participant } from '#domain/participant/participant.ts';
import { read } from '#understanding/read.ts';
import type { Expected, Reading } from '#understanding/reading.ts';
import { readsIn } from '../speak.ts';
import type { World } from '../world.ts';

/** A typed reply, read in the language that reads for the person's; where none does, all but a text of their own is to be tapped. */
export async function readReply(
  text: string,
  expected: Expected,
  person: Participant,
  world: World,
): Promise<Reading> {
  const reads = readsIn(person, world);
  if (reads === undefined && expected.kind !== 'text') return { kind: 'unclear', reason: 'tap' };
  return read(text, expected, reads ?? person.language, world.recognise);
}
