import type { Logger } from 'pino';
import type { Address, ConnectorClient, OutgoingActivity, Sent } from '#channels/wire.ts';
import { addressed } from './addressed.ts';
import { clock } from './clock.ts';
import type { Connector } from './connector.ts';
import { type Means, persist } from './persist.ts';
import { roster } from './roster.ts';
import { createThrottle, type Throttle } from './throttle.ts';

export interface ConnectorClientOptions extends Partial<Means> {
  /** The way to a channel's service; it sends each request once. */
  readonly connectorOf: (serviceUrl: string) => Promise<Connector>;
  readonly throttle?: Throttle;
  readonly log?: Logger;
}

type Call = (connector: Connector, abortSignal: AbortSignal) => Promise<string>;

/** Posts into Bot Framework channels: in order within a thread, at Teams' pace, tried again where that may help. */
export function createConnectorClient({
  connectorOf,
  log,
  now = clock.now,
  wait = clock.wait,
  random = Math.random,
  deadline = 15_000,
  throttle = createThrottle({ now, wait }),
}: ConnectorClientOptions): ConnectorClient {
  const means = { now, wait, random, deadline };

  async function deliver({ channelId, serviceUrl, conversation }: Address, call: Call): Promise<Sent> {
    const place = { channel: channelId, conversation: conversation.id };
    const sent = await throttle.inThread(place, async (paced): Promise<Sent> => {
      const request = async (signal: AbortSignal) => call(await connectorOf(serviceUrl), signal);
      const persisted = await persist(request, paced, means);
      return persisted.outcome === 'done' ? { outcome: 'sent', id: persisted.value } : persisted;
    });
    const result: Sent = sent ?? { outcome: 'failed', why: 'too many posts wait' };
    if (result.outcome !== 'sent') log?.warn({ channel: channelId, ...result }, 'a post was not taken');
    return result;
  }

  return {
    post(address, activity: OutgoingActivity) {
      const whole = addressed(address, activity);
      return deliver(address, async ({ conversations }, abortSignal) => {
        const options = { abortSignal };
        const taken = await conversations.sendToConversation(address.conversation.id, whole, options);
        // Some channels take a post without a name for it; it must not be posted twice for that.
        return taken.id ?? '';
      });
    },
    update(address, activity, content: OutgoingActivity) {
      const whole = { ...addressed(address, content), id: activity };
      return deliver(address, async ({ conversations }, abortSignal) => {
        await conversations.updateActivity(address.conversation.id, activity, whole, { abortSignal });
        return activity;
      });
    },
    members(address, most) {
      return roster(address, most, (read) =>
        persist(
          async (signal) => read(await connectorOf(address.serviceUrl), signal),
          throttle.aside(address.channelId),
          means,
        ),
      );
    },
  };
}
