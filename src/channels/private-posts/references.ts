import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Surroundings } from '../turns/surroundings.ts';
import type { Address, IncomingActivity } from '../wire.ts';

/** The id under which a private conversation can be reached again, for one consultation. */
export function referenceId(
  { channelId, conversation }: IncomingActivity,
  consultation: string,
  { keys }: Pick<Surroundings, 'keys'>,
): string {
  return keys.reference(channelId, conversation.id, consultation);
}

/** Keeps the way to reach a person's conversation, once, apart from what is answered in it. */
export async function keepReference(
  id: string,
  address: Address,
  consultation: Consultation,
  participant: Participant,
  { store }: Surroundings,
): Promise<void> {
  const { publishedAt, round } = consultation;
  await store.update('reference', id, (before) => {
    if (before !== undefined && before.participant === participant.id && !before.stopped) return before;
    return {
      schema: 1,
      id,
      version: 0,
      consultation: consultation.id,
      participant: participant.id,
      reference: { ...address },
      // What was published before they came is theirs to ask for.
      ...(publishedAt !== undefined && { published: publishedAt }),
      ...(round && { round: round.openedAt }),
    };
  });
}

/** Forgets how to reach a private conversation in which the assistant was let go, in every consultation. */
export async function forgetConversation(
  { channelId, conversation }: IncomingActivity,
  { store, keys }: Surroundings,
): Promise<void> {
  for await (const { record } of store.changes('consultation', 0)) {
    if (record === undefined) continue;
    const id = keys.reference(channelId, conversation.id, record.id);
    if ((await store.load('reference', id)) !== undefined) await store.erase('reference', id);
  }
}
