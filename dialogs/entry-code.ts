import type { EntryCodeOutcome } from '#domain/conversation/event.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { isAnswering, sayClosed } from './closed.ts';
import { goOn, notice } from './turn.ts';
import type { Turn, World } from './world.ts';

/** What came of the code that somebody showed, then what is asked now: the code again, or the go-ahead. */
export function showEntryCode(person: Participant, came: EntryCodeOutcome, world: World): Turn {
  if (!isAnswering(world)) return sayClosed(person, world);
  return came.outcome === 'later'
    ? goOn(person, world, notice('entry-code-later', { n: came.minutes }))
    : goOn(person, world, notice(`entry-code-${came.outcome}`));
}
