import type { Participant } from '#domain/participant/participant.ts';
import type { World } from '../world.ts';
import { place } from './place.ts';

/** Whether the information of now was shown to this person since they became new: without it, a yes is no go-ahead. */
export const isInformed = ({ informed }: Participant, { information }: World): boolean =>
  informed?.print === information;

/** The same person, about to be shown the information where it is what they are asked. */
export function informed(person: Participant, world: World): Participant {
  if (place(person, world).at !== 'consent' || isInformed(person, world)) return person;
  return { ...person, informed: { mark: world.newMark(), print: world.information } };
}

/** Asked for the go-ahead: a no of before is taken back. */
export function undecided(person: Participant): Participant {
  const { declined: _, ...rest } = person;
  return rest;
}
