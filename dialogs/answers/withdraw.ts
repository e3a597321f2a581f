import { without } from '#domain/consultation/without.ts';
import { redrawn } from '#domain/participant/examining.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { domainOf, idOf, isSaid } from '../place/items.ts';
import { findItem } from '../place/place.ts';
import { goOn, notice, stale } from '../turn.ts';
import type { Turn, World } from '../world.ts';

/** Takes back what was noted of a question or a trajectory: nothing of it stays, and it is asked again. */
export function withdraw(person: Participant, id: string | undefined, world: World): Turn {
  const item = id === undefined ? undefined : findItem(id, person, world);
  if (item === undefined || !isSaid(item, person)) return stale(person, world);
  const name = idOf(item);
  const { last: _, ...rest } = person;
  const after = redrawn({
    ...rest,
    answers: without(person.answers, name),
    ballots: without(person.ballots, name),
    ...(item.at === 'trajectory' && { castAt: world.now }),
    domain: domainOf(item),
    focus: { on: item.at, id: name },
  });
  return goOn(after, world, notice('withdrawn'));
}
