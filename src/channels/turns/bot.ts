import type { Event } from '#domain/conversation/event.ts';
import { forgetConversation } from '../private-posts/references.ts';
import type { ChannelTurn, IncomingActivity } from '../wire.ts';
import { createArrivals } from './arrivals.ts';
import type { BotParts } from './bot-parts.ts';
import { inChannel } from './in-channel.ts';
import { inPrivate } from './in-private.ts';
import { inbound } from './inbound.ts';
import { rewritten } from './rewritten.ts';
import { mentions } from './spoken-words.ts';
import { createUnseen } from './unseen.ts';

/** The bot: one activity in, the replies out. It knows channels, and nothing of the questionnaire. */
export function createBot(parts: BotParts): (turn: ChannelTurn) => Promise<void> {
  const together = inChannel(parts);
  const arrivals = createArrivals();
  const alone = inPrivateConversation(parts);
  return async (turn) => {
    const { activity } = turn;
    const happening = inbound(activity);
    if (happening === undefined || isOverheard(activity)) return;
    const isGroup = activity.conversation.isGroup === true;
    if (happening.kind !== 'arrived') arrivals.goOn(turn);
    switch (happening.kind) {
      case 'did':
        if (isGroup && happening.by !== 'dialog') return together(turn, happening.event, happening.by);
        return alone(turn, happening.event, happening.by);
      case 'arrived':
        return arrivals.greet(turn, () => inPrivate(turn, { kind: 'joined' }, 'message', parts));
      case 'let-in':
        return together(turn, { kind: 'joined' }, 'message');
      case 'let-go':
        if (isGroup) return parts.roster.erase(activity);
        return forgetConversation(activity, parts.surroundings);
      case 'people':
        return parts.roster.recount(activity);
      case 'rewritten':
        return isGroup ? undefined : rewritten(turn, parts);
    }
  };
}

/** A turn in private, with what the person cannot have had in sight as they sent it. */
function inPrivateConversation(parts: BotParts) {
  const unseen = createUnseen();
  return async (turn: ChannelTurn, event: Event, by: 'message' | 'card' | 'dialog'): Promise<void> => {
    // Embedded Direct Line says itself what was unseen; a dialog is no conversation.
    if (turn.binding !== undefined || by === 'dialog') return inPrivate(turn, event, by, parts);
    const { answered, ...arrived } = unseen.arrive(turn);
    const activity = { ...turn.activity, ...arrived };
    await inPrivate({ ...turn, activity }, event, by, parts).finally(answered);
  };
}

/** What people in a group of Teams say to each other, in case a tenant lets the assistant read all. */
const isOverheard = (activity: IncomingActivity): boolean =>
  activity.channelId === 'msteams' &&
  activity.type === 'message' &&
  activity.conversation.isGroup === true &&
  (activity.value === undefined || activity.value === null) &&
  !mentions(activity);
