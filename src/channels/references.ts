import { type Activity, TurnContext } from 'botbuilder';
import type { Consultation } from '#domain/consultation.ts';
import type { Participant } from '#domain/participant.ts';
import type { Surroundings } from './surroundings.ts';

/** The id under which a conversation can be reached again. */
export function referenceId(activity: Partial<Activity>, { keys }: Pick<Surroundings, 'keys'>): string {
  return keys.reference(activity.channelId ?? '', activity.conversation?.id ?? '');
}

/** Keeps the way to reach a conversation, once, apart from what is answered in it. */
export async function keepReference(
  { activity }: TurnContext,
  consultation: Consultation,
  { keys, store }: Surroundings,
  participant?: Participant,
): Promise<void> {
  const id = referenceId(activity, { keys });
  const before = await store.load('reference', id);
  if (before !== undefined && before.participant === participant?.id) return;
  await store.save('reference', {
    schema: 1,
    id,
    version: before?.version ?? 0,
    consultation: consultation.id,
    ...(participant && { participant: participant.id }),
    group: participant === undefined,
    reference: { ...TurnContext.getConversationReference(activity) },
  });
}
