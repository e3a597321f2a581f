import type { Participant } from '#domain/participant/participant.ts';
import { afterwards } from '../closed.ts';
import { unfocused } from '../place/leave.ts';
import { notice } from '../turn.ts';
import type { Turn, World } from '../world.ts';
import { close, type FacilitatingWord, facilitate, mayFacilitate } from './facilitate.ts';

/** A word of whoever facilitates, in a conversation of their own: they are a person who may answer too. */
export function facilitating(person: Participant, word: FacilitatingWord, world: World): Turn {
  if (!mayFacilitate(word, world)) return afterwards(person, world, notice('not-for-you'));
  const decision = facilitate(word, world, 'chat');
  const asked = decision.replies.some(({ label }) => label === 'confirmation');
  return { participant: asked ? { ...person, focus: { on: 'closing' } } : person, ...decision };
}

/** The second time of asking whether to close. */
export function closeOrNot(person: Participant, sure: boolean, world: World): Turn {
  return { participant: person.focus?.on === 'closing' ? unfocused(person) : person, ...close(sure, world) };
}
