import { isFollowedUp } from '#domain/consultation/follow-up/follow-up.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { sayAndGoOn } from './closed.ts';
import { notice, say } from './turn.ts';
import type { Turn, World } from './world.ts';

/** What was done with the result, once whoever is responsible said it. */
export function showFollowUp(person: Participant, world: World): Turn {
  const [told] = followUp(world);
  return told === undefined ? sayAndGoOn(person, world, notice('no-follow-up')) : say(person, told);
}

/** The same as it is said to whoever comes back; nothing while nothing was said. */
export const followUp = ({ consultation }: Pick<World, 'consultation'>): readonly Reply[] =>
  isFollowedUp(consultation) ? [{ label: 'follow-up' }] : [];
