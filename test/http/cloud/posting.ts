import {
  CachingAuthentication,
  scope,
} from '#channels/bot-framework/authentication/caching-authentication.ts';
import type { Connector } from '#channels/bot-framework/connector/connector.ts';
import {
  type ConnectorClientOptions,
  createConnectorClient,
} from '#channels/bot-framework/connector/connector-client.ts';
import type { Address, OutgoingActivity } from '#channels/wire.ts';
import type { Answer } from '#test/channel/teams.ts';
import { bot, newChannel } from '#test/channel/teams-places.ts';
import { quickClock } from '#test/channels/bot-framework/connector/quick-clock.ts';

/** Ways to a channel's service as the bot has them without credentials. */
export async function connectors() {
  const authentication = new CachingAuthentication('this-machine');
  const identity = await authentication.authenticateChannelRequest('');
  return {
    posting: (serviceUrl: string) => authentication.createPostingFactory(identity).create(serviceUrl, scope),
    turn: (serviceUrl: string) => authentication.createConnectorFactory(identity).create(serviceUrl, scope),
  };
}

/** A line on a clock of its own; chance falls in the middle. */
export async function quickLine(more: Partial<ConnectorClientOptions> = {}) {
  const clock = quickClock();
  const { posting } = await connectors();
  const line = createConnectorClient({
    connectorOf: posting,
    now: clock.now,
    wait: clock.wait,
    random: () => 0.5,
    ...more,
  });
  return { line, clock };
}

export const address = (serviceUrl: string, conversation = newChannel(), more = {}): Address => ({
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: conversation, isGroup: true, conversationType: 'channel' },
  bot,
  ...more,
});

export const saying = (text: string): OutgoingActivity => ({
  type: 'message',
  label: 'notice',
  locale: 'fr',
  speak: text,
  inputHint: 'expectingInput',
  text,
  textFormat: 'plain',
});

/** What the service answers in place of its own, with the error's code if one is told. */
export const answer = (status: number, code?: string): Answer => ({
  status,
  ...(code && { body: { error: { code, message: 'said by the channel' } } }),
});

/** Connectors that say when none of their posts is on its way. */
export async function watched() {
  const { posting } = await connectors();
  const flying = new Set<Promise<unknown>>();
  return {
    async connectorOf(serviceUrl: string): Promise<Connector> {
      const { conversations }: Connector = await posting(serviceUrl);
      return {
        conversations: {
          sendToConversation(...call) {
            const sent = conversations.sendToConversation(...call).finally(() => flying.delete(sent));
            flying.add(sent);
            return sent;
          },
          updateActivity: (...call) => conversations.updateActivity(...call),
          getConversationPagedMembers: (...call) => conversations.getConversationPagedMembers(...call),
        },
      };
    },
    async landed(): Promise<void> {
      while (flying.size > 0) await Promise.race(flying);
    },
  };
}
