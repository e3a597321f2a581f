import { type Activity, TurnContext } from 'botbuilder';
import { type Observer, unobserved } from '#src/observability/observer.ts';
import {
  Address,
  type ChannelTurn,
  type ConnectorClient,
  type ConversationBinding,
  type OutgoingActivity,
} from './wire.ts';

/** Where an adapter leaves the binding in a turn's `turnState`. Absent: the channel knows no consultation. */
export const bindingKey: unique symbol = Symbol('conversation binding');

/** Set in a turn's `turnState` when what the person said in it is not to be remembered. */
export const wordsForgottenKey: unique symbol = Symbol('words forgotten');
/** Where an adapter leaves the network address that a turn came from, as far as it tells households apart. */
export const callerKey: unique symbol = Symbol('caller');

/**
 * The assistant as botbuilder runs it: a turn of the SDK becomes one of a channel. With a connector, replies go out by it. Each turn
 * is observed, and what it says within it.
 */
export function hosted(
  bot: (turn: ChannelTurn) => Promise<void>,
  line?: ConnectorClient,
  observer: Observer = unobserved,
): (context: TurnContext) => Promise<void> {
  return (context) =>
    observer.during({ name: 'turn', channel: channelOf(context) }, () => {
      const { say, ...turn } = turnOf(context, line);
      return bot({ ...turn, say: (said) => observer.during({ name: 'say' }, () => say(said)) });
    });
}

/** Of those that are known, so that whoever names others makes no new ones. */
function channelOf({ activity: { channelId } }: TurnContext): string {
  return channels.has(channelId) ? channelId : 'other';
}
const channels: ReadonlySet<string> = new Set(['directline', 'msteams', 'webchat', 'emulator']);

function turnOf(context: TurnContext, line: ConnectorClient | undefined): ChannelTurn {
  const binding = context.turnState.get<ConversationBinding | undefined>(bindingKey);
  const { activity } = context;
  const address = binding === undefined ? addressOf(context) : undefined;
  return {
    activity,
    caller:
      context.turnState.get<string | undefined>(callerKey) ?? `${activity.channelId} ${activity.from.id}`,
    ...(binding && { binding }),
    ...(address && { address }),
    say: async (activities) => {
      const apart = line !== undefined && address !== undefined && activity.deliveryMode !== 'expectReplies';
      if (apart) return sayByLine(line, address, activities);
      await context.sendActivities(activities.map(toSend));
    },
    forgetWords: () => void context.turnState.set(wordsForgottenKey, true),
    answer: async (body, status = 200) => {
      await context.sendActivity({ type: 'invokeResponse', value: { status, body } });
    },
  };
}

async function sayByLine(
  line: ConnectorClient,
  address: Address,
  activities: readonly OutgoingActivity[],
): Promise<void> {
  for (const activity of activities) {
    const sent = await line.reply(address, activity);
    if (sent.outcome === 'failed') throw new NotSaid();
  }
}

/** The channel did not take a reply, whatever was tried. What was said to us is kept: brought again, it is answered the same. */
export class NotSaid extends Error {
  override readonly name = 'NotSaid';
}

/** An activity of ours in the SDK's type. */
export const toSend = ({ attachments, ...activity }: OutgoingActivity): Partial<Activity> => ({
  ...activity,
  ...(attachments && { attachments: [...attachments] }),
});

function addressOf({ activity }: TurnContext): Address | undefined {
  return Address.safeParse(TurnContext.getConversationReference(activity)).data;
}
