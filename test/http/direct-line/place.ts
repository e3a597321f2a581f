import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { WebSocket } from 'ws';
import {
  createDirectLine,
  type DirectLine,
  type DirectLineOptions,
} from '#channels/direct-line/direct-line.ts';
import { createInProcessMemory } from '#store/shared/in-process-memory.ts';
import { type MountOptions, mountDirectLine } from '#web/direct-line/mount.ts';
import { createLimits } from '#web/http/rate.ts';
import { createClientAddress } from '#web/http/request/client-address.ts';
import { type Serving, serving } from '../server/serving.ts';

export const siteSecret = 'the-secret-that-other-sites-bear-0001';

export interface Place {
  readonly serving: Serving;
  readonly directLine: DirectLine;
  /** Milliseconds; a test moves it. */
  readonly clock: { now: number };
  call(method: string, path: string, init?: Init): Promise<Answer>;
  stop(): Promise<void>;
}

interface Init {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read the wire as it is.
  readonly body: any;
}

/** The real server with a Direct Line in which `onTurn` is the bot. */
export async function open(
  onTurn: (context: TurnContext) => Promise<void>,
  options: Partial<DirectLineOptions> = {},
  mount: Partial<MountOptions> = {},
): Promise<Place> {
  const clock = { now: Date.now() };
  const directLine = createDirectLine({
    secret: 'signs-the-tokens',
    siteSecret,
    onTurn,
    now: () => clock.now,
    isOpen: async (code) => (code === 'decouverte' ? 'open' : code === 'finie' ? 'closed' : 'unknown'),
    defaultConsultation: 'decouverte',
    openInvitation: () => undefined,
    ...options,
  });
  const served = await serving((server) =>
    mountDirectLine(server, directLine, {
      limit: createLimits(
        createInProcessMemory(() => clock.now),
        () => clock.now,
      ),
      addressOf: createClientAddress([]),
      ...mount,
    }),
  );
  return {
    serving: served,
    directLine,
    clock,
    call: (method, path, init = {}) => call(`${served.url}/v3/directline/${path}`, method, init),
    async stop() {
      await directLine.close();
      await served.stop();
    },
  };
}

async function call(url: string, method: string, { token, body, headers }: Init): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** A bot that answers each message with what was said, and greets. */
export async function parrot(context: TurnContext): Promise<void> {
  const { type, text, name } = context.activity;
  if (type === 'conversationUpdate')
    await context.sendActivity({ type: 'message', label: 'welcome', text: 'welcome' });
  else if (type === 'event') await context.sendActivity(`event ${name}`);
  else await context.sendActivity({ type: 'message', label: 'question', text: `you said ${text}` });
}

export interface Person {
  readonly token: string;
  readonly id: string;
  readonly streamUrl: string;
  /** Posts a text; a `clientActivityID` is made when none is given. */
  say(text: string, clientActivityID?: string): Promise<Answer>;
  read(watermark?: string): Promise<Answer>;
}

/** Somebody who opened a conversation. */
export async function arrive(place: Place, asked: object = { consultation: 'decouverte' }): Promise<Person> {
  const { body: grant } = await place.call('POST', 'tokens/generate', { body: asked });
  const { body: started } = await place.call('POST', 'conversations', { token: grant.token, body: {} });
  return person(place, started.token, started.conversationId, started.streamUrl);
}

export function person(place: Place, token: string, id: string, streamUrl = ''): Person {
  const path = `conversations/${id}/activities`;
  return {
    token,
    id,
    streamUrl,
    say: (text, clientActivityID = randomUUID()) =>
      place.call('POST', path, { token, body: { type: 'message', text, channelData: { clientActivityID } } }),
    read: (watermark) =>
      place.call('GET', watermark === undefined ? path : `${path}?watermark=${watermark}`, { token }),
  };
}

/** What each activity says, for short. */
export const texts = ({ activities }: { activities: { text?: string; type: string }[] }) =>
  activities.map(({ text, type }) => text ?? type);

export interface Ear {
  readonly socket: WebSocket;
  /** The next frame that is not empty. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read the wire as it is.
  next(): Promise<any>;
  readonly closed: Promise<{ code: number; reason: string }>;
}

/** Listens to a stream; fails when the server refuses the upgrade. */
export async function listen(url: string): Promise<Ear> {
  const socket = new WebSocket(url);
  const heard: unknown[] = [];
  const waiting: ((frame: unknown) => void)[] = [];
  socket.on('message', (data) => {
    const text = String(data);
    if (text === '') return;
    const wake = waiting.shift();
    if (wake) wake(JSON.parse(text));
    else heard.push(JSON.parse(text));
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) })),
  );
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return {
    socket,
    closed,
    next: () =>
      heard.length > 0 ? Promise.resolve(heard.shift()) : new Promise((resolve) => waiting.push(resolve)),
  };
}

/** The status with which an upgrade is refused. */
export function refusedWith(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.resume();
    });
    socket.on('open', () => reject(new Error('The socket was opened')));
    socket.on('error', () => undefined);
  });
}
