import type { Ballot } from '#domain/participant/ballot.ts';
import { givenBallot } from '#domain/participant/given-ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Reading } from '#understanding/reading.ts';
import { idOf } from '../place/items.ts';
import type { Place } from '../place/place.ts';
import { goOn } from '../turn.ts';
import type { Turn, World } from '../world.ts';
import { sayCast } from './answer.ts';
import { cast, moveOn } from './record.ts';

/**
 * Where the stance is said and its details are asked, a moment or a condition typed alone completes the ballot, "I don't know" is said of
 * the moment, and other words are theirs to keep as a concern. Nothing anywhere else.
 */
export function complete(person: Participant, reading: Reading, here: Place, world: World): Turn | undefined {
  if (here.at !== 'trajectory' || !here.details) return undefined;
  const id = idOf(here);
  const given = givenBallot(person.ballots, id);
  const more = moreOf(reading);
  if (given === undefined || more === undefined) return undefined;
  const { remark, ...said } = more;
  if (Object.keys(said).length === 0) return goOn(person, world, sayCast(id, given, remark));
  const ballot = { ...given, ...said };
  return moveOn(cast(person, id, ballot, world), world, sayCast(id, ballot, remark));
}

type More = Partial<Pick<Ballot, 'horizon' | 'condition' | 'kept'>> & { readonly remark?: string };

function moreOf(reading: Reading): More | undefined {
  if (reading.kind === 'dont-know') return { horizon: 'dont-know' };
  if (reading.kind !== 'unclear' || reading.reason !== 'not-a-stance') return undefined;
  const { stance: _, ...more } = reading.beside ?? {};
  return Object.keys(more).length > 0 ? more : undefined;
}
