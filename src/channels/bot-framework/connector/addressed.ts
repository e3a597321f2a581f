import type { Address, OutgoingActivity } from '#channels/wire.ts';

/** An activity with where it goes: from the bot, into the conversation. */
export function addressed({ channelId, serviceUrl, conversation, bot }: Address, activity: OutgoingActivity) {
  return {
    ...activity,
    channelId,
    serviceUrl,
    conversation,
    from: bot,
  };
}
