import { isOpen, stageOf } from '#domain/consultation/consultation.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { goOn, notice, say } from './turn.ts';
import type { Turn, World } from './world.ts';

/** Whether answers are taken now. */
export const isAnswering = ({ consultation, now }: World) => isOpen(consultation, now);

/** Whether it takes no answers any more. */
export const isOver = ({ consultation, now }: World) => stageOf(consultation, now) === 'closed';

/** What is said while the consultation takes no answers. */
export function sayClosed(person: Participant, { consultation, now }: World, ...first: Reply[]): Turn {
  return say(person, ...first, notice(stageOf(consultation, now) === 'early' ? 'not-open-yet' : 'closed'));
}

/** Something is said, then what is asked now; while no answers are taken, nothing is. */
export function sayAndGoOn(person: Participant, world: World, said: Reply): Turn {
  return isAnswering(world) ? goOn(person, world, said) : sayClosed(person, world, said);
}
