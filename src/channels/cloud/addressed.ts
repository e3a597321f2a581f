import type { Address, Outgoing } from '../wire.ts';

/** An activity with where it goes: from the bot, into the conversation. */
export function addressed({ channelId, serviceUrl, conversation, bot }: Address, activity: Outgoing) {
  return {
    ...activity,
    channelId,
    serviceUrl,
    conversation,
    from: bot,
  };
}
