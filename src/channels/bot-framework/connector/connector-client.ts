import type { Logger } from 'pino';
import type { Address, ConnectorClient, OutgoingActivity, Sent } from '#channels/wire.ts';
import { clock } from './clock.ts';
import type { Connector, MembersPage } from './connector.ts';
import { type Means, type Persisted, persist } from './persist.ts';
import { longestPatience } from './retrying.ts';
import { createThrottle, type Throttle } from './throttle.ts';

export interface ConnectorClientOptions extends Partial<Omit<Means, 'patience'>> {
  /** The way to a channel's service; it sends each request once. */
  readonly connectorOf: (serviceUrl: string) => Promise<Connector>;
  readonly throttle?: Throttle;
  /** Milliseconds for which a turn's replies are tried: channels wait fifteen seconds for a turn, all in all. */
  readonly turnPatience?: number;
  readonly log?: Logger;
}

type Call = (connector: Connector, abortSignal: AbortSignal) => Promise<string>;

/** Posts into Bot Framework channels: in order within a thread, within Teams' limits, tried again where that may help. */
export function createConnectorClient({
  connectorOf,
  log,
  now = clock.now,
  wait = clock.wait,
  random = Math.random,
  deadline = 15_000,
  turnPatience = 8_000,
  throttle = createThrottle({ now, wait }),
}: ConnectorClientOptions): ConnectorClient {
  const means = { now, wait, random, deadline, patience: longestPatience };
  const inTurn = { ...means, patience: turnPatience };

  async function deliver(
    { channelId, serviceUrl, conversation }: Address,
    call: Call,
    how: Means = means,
  ): Promise<Sent> {
    const place = { channel: channelId, conversation: conversation.id };
    const sent = await throttle.inThread(place, async (throttled): Promise<Sent> => {
      const request = async (signal: AbortSignal) => call(await connectorOf(serviceUrl), signal);
      const persisted = await persist(request, throttled, how);
      return persisted.outcome === 'done' ? { outcome: 'sent', id: persisted.value } : persisted;
    });
    const result: Sent = sent ?? { outcome: 'failed', why: 'too many posts wait' };
    if (result.outcome !== 'sent') log?.warn({ channel: channelId, ...result }, 'a post was not taken');
    return result;
  }

  return {
    post: (address, activity) =>
      deliver(address, postingOf(address.conversation.id, addressed(address, activity))),
    reply: (address, activity) =>
      deliver(address, postingOf(address.conversation.id, addressed(address, activity)), inTurn),
    update: (address, activity, content) =>
      deliver(address, updateOf(address.conversation.id, activity, addressed(address, content))),
    members(address, most) {
      return memberIds(address, most, (read) =>
        persist(
          async (signal) => read(await connectorOf(address.serviceUrl), signal),
          throttle.aside(address.channelId),
          means,
        ),
      );
    },
  };
}

function postingOf(conversation: string, activity: object): Call {
  return async ({ conversations }, abortSignal) => {
    const taken = await conversations.sendToConversation(conversation, activity, { abortSignal });
    // Some channels take a post without a name for it; it must not be posted twice for that.
    return taken.id ?? '';
  };
}

function updateOf(conversation: string, id: string, content: object): Call {
  return async ({ conversations }, abortSignal) => {
    await conversations.updateActivity(conversation, id, { ...content, id }, { abortSignal });
    return id;
  };
}

/** An activity with where it goes: from the bot, into the conversation. */
function addressed({ channelId, serviceUrl, conversation, bot }: Address, activity: OutgoingActivity) {
  return {
    ...activity,
    channelId,
    serviceUrl,
    conversation,
    from: bot,
  };
}

type Read = (connector: Connector, abortSignal: AbortSignal) => Promise<MembersPage>;

/** Ids of the people in a conversation, page after page; nothing once they are more than `most`, or when it is not told. */
async function memberIds(
  { conversation, bot }: Address,
  most: number,
  request: (read: Read) => Promise<Persisted<MembersPage>>,
): Promise<readonly string[] | undefined> {
  // A thread has the members of its channel.
  const whole = conversation.id.replace(/;messageid=.*$/, '');
  // One more tells that they are too many; the bot may be among them.
  const pageSize = Math.min(Math.max(most + 2, smallestPage), largestPage);
  const people = new Set<string>();
  let token: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const options = { pageSize, ...(token !== undefined && { continuationToken: token }) };
    const page = await request(({ conversations }, abortSignal) =>
      conversations.getConversationPagedMembers(whole, { ...options, abortSignal }),
    );
    if (page.outcome !== 'done') return undefined;
    for (const { id } of page.value.members ?? []) if (id !== bot.id) people.add(id);
    if (people.size > most) return undefined;
    token = page.value.continuationToken;
    if (!token) return [...people];
  }
  return undefined;
}

/** What Teams takes. */
const smallestPage = 50;
const largestPage = 500;
/** A channel that never comes to an end does not tell. */
const mostPages = 40;
