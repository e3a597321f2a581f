import type { ChannelTurn } from '../wire.ts';
import type { BotParts } from './bot-parts.ts';
import { channelOf, heldBy, keyOf } from './holder.ts';
import { outbound } from './outbound.ts';

/** Somebody changed a message or took it back: what they answered stays as it was noted, and they are told how to change it. */
export async function rewritten(
  turn: ChannelTurn,
  { surroundings, resolver, views }: BotParts,
): Promise<void> {
  const consultation = await resolver.inPrivate(turn, { kind: 'joined' });
  const person = await heldBy(keyOf(turn, consultation, surroundings), surroundings.store);
  if (person?.consent === undefined) return;
  const view = views.of(consultation, person.language, channelOf(turn), person.id);
  await turn.say([outbound({ label: 'notice', about: 'message-changed' }, view)]);
}
