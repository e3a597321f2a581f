import type { ChannelTurn } from '../wire.ts';
import type { BotParts } from './bot-parts.ts';
import { heldBy } from './holder.ts';
import { channelOf } from './in-private.ts';
import { outbound } from './outbound.ts';

/** Somebody changed a message or took it back: what they answered stays as it was noted, and they are told how to change it. */
export async function rewritten(
  visit: ChannelTurn,
  { surroundings, resolver, views }: BotParts,
): Promise<void> {
  const { activity } = visit;
  const consultation = await resolver.inPrivate(visit, { kind: 'joined' });
  const key = surroundings.keys.participant(channelOf(visit), activity.from.id, consultation.id);
  const person = await heldBy(key, surroundings.store);
  if (person?.consent === undefined) return;
  const view = views.of(consultation, person.language, channelOf(visit), person.id);
  await visit.say([outbound({ label: 'notice', about: 'message-changed' }, view)]);
}
