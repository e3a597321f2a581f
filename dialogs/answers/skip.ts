import type { Participant } from '#domain/participant/participant.ts';
import { unfocused } from '../place/leave.ts';
import { place } from '../place/place.ts';
import { passSecondLook } from '../second-round.ts';
import { goOn, notice } from '../turn.ts';
import type { Turn, World } from '../world.ts';
import { declined, moveOn, passOver } from './record.ts';

/** Passes over what is asked now; "change" takes it up again. */
export function skip(person: Participant, world: World): Turn {
  const here = place(person, world);
  switch (here.at) {
    case 'question':
    case 'trajectory':
      return moveOn(passOver(person, here), world);
    case 'profile':
      return moveOn({ ...person, profile: person.profile ?? declined }, world);
    case 'second-look':
      return passSecondLook(person, here, world);
    case 'titles':
    case 'proposal':
      return goOn(unfocused(person), world);
    default:
      return goOn(person, world, notice('nothing-to-skip'));
  }
}
