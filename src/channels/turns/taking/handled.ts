import { withContent, withoutContent } from '#dialogs/kept-replies.ts';
import type { Turn } from '#dialogs/world.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { handledKept, type Participant, repliesKept } from '#domain/participant/participant.ts';
import { timeSpent } from '#domain/participant/time-spent.ts';
import { inWorld } from '../in-world.ts';
import type { Surroundings, TurnInput } from '../surroundings.ts';

/** The person after a turn, with what was said in it for whoever brings its activity again. */
export function remember(
  { participant, replies }: Turn,
  { activityId }: TurnInput,
  { now }: Surroundings,
): Participant {
  const latest = [...participant.handled, { id: activityId, replies: replies.map(withoutContent) }];
  const idsAlone = latest.slice(-handledKept, -repliesKept).map(({ id }) => ({ id, replies: [] }));
  const handled = [...idsAlone, ...latest.slice(-repliesKept)];
  const time = now();
  return { ...participant, handled, spent: timeSpent(participant, time), updatedAt: time };
}

/** The channel brought an activity again: the same replies. */
export async function again(
  person: Participant,
  kept: readonly Reply[],
  { consultation, rights }: TurnInput,
  surroundings: Surroundings,
): Promise<Pick<Turn, 'participant' | 'replies'>> {
  const replies = await inWorld(consultation, rights, surroundings, (world) =>
    kept.map((reply) => withContent(reply, person, world)),
  );
  return { participant: person, replies };
}
