import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { createInbox, type Inbox } from './inbox.ts';
import { createRequester, type Requester } from './request.ts';
import { listen, type StreamedActivity } from './stream.ts';

/** Where to find the assistant. */
export interface ServerAddress {
  readonly url: string;
  readonly consultation: string;
  /** What their device speaks. */
  readonly locale: string;
}

/** What one message brought. */
export interface PersonExchange {
  readonly replies: readonly StreamedActivity[];
  /** From the message being sent to its last reply being received, in milliseconds. */
  readonly took: number;
}

/** One person's conversation through Direct Line 3.0. Every wait has a deadline; a failure is a `LineFailure`. */
export interface DirectLineConversation {
  /** What the assistant says first. */
  greeting(): Promise<PersonExchange['replies']>;
  say(message: { readonly text: string } | { readonly value: unknown }): Promise<PersonExchange>;
  close(): void;
}

/** How long a reply may take, in milliseconds. */
const patience = 15_000;

const Token = z.object({ token: z.string() });
const Started = z.object({ conversationId: z.string(), token: z.string().optional(), streamUrl: z.string() });
const Posted = z.object({ id: z.string() });

/** Opens a conversation; the way to the assistant is up when the promise resolves. */
export async function openLine({
  url,
  consultation,
  locale,
}: ServerAddress): Promise<DirectLineConversation> {
  const user = `dl_${randomUUID()}`;
  const base = `${url}/v3/directline`;
  const open = createRequester();
  const { token } = await open.post(`${base}/tokens/generate`, { consultation, user: { id: user } }, Token);
  const begin = { user: { id: user }, locale };
  const started = await createRequester(token).post(`${base}/conversations`, begin, Started);
  const request = createRequester(started.token ?? token);
  const conversation = `${base}/conversations/${encodeURIComponent(started.conversationId)}`;
  const inbox = createInbox();
  const again = (watermark: string) => streamAfter(request, conversation, watermark);
  const stop = listen(started.streamUrl, { take: inbox.take, fail: inbox.fail, again });
  return {
    greeting: async () => (await inbox.turn(undefined, patience)).replies,
    close: stop,
    say: (message) =>
      exchange(request, conversation, inbox, {
        type: 'message',
        from: { id: user },
        locale,
        channelData: { clientActivityID: randomUUID() },
        ...message,
      }),
  };
}

async function exchange(
  request: Requester,
  conversation: string,
  inbox: Inbox,
  activity: object,
): Promise<PersonExchange> {
  const began = performance.now();
  const { id } = await request.post(`${conversation}/activities`, activity, Posted);
  const { replies, last } = await inbox.turn(id, patience);
  return { replies, took: last - began };
}

/** A new stream for a conversation whose socket dropped, from the last thing seen. */
async function streamAfter(request: Requester, conversation: string, watermark: string): Promise<string> {
  const { streamUrl } = await request.get(
    `${conversation}?watermark=${encodeURIComponent(watermark)}`,
    Started,
  );
  return streamUrl;
}
