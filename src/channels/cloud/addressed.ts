import type { Address, Outgoing } from '../wire.ts';

/** An activity with where it goes: from the bot, to the person if there is one. */
export function addressed({ channelId, serviceUrl, conversation, bot, user }: Address, activity: Outgoing) {
  return {
    ...activity,
    channelId,
    serviceUrl,
    conversation,
    from: bot,
    ...(user && { recipient: user }),
  };
}
