import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { TurnContext } from 'botbuilder';
import { isLocalCaller, isLoopbackUrl } from '#channels/bot-framework/authentication/loopback.ts';
import { type BotFramework, createBotFramework } from '#channels/bot-framework/bot-framework.ts';
import { createClientAddress } from '#web/http/request/client-address.ts';
import { mountMessages } from '#web/messages.ts';
import { open, post, type Serving, serving } from '../server/serving.ts';
import { message } from './activity.ts';
import { type Connector, connector } from './connector.ts';

let served: Serving;
let channel: Connector;
let cloud: BotFramework;
let seen: TurnContext[];
beforeEach(async () => {
  seen = [];
  channel = await connector();
  cloud = createBotFramework({
    reach: 'this-machine',
    onTurn: async (context) => {
      seen.push(context);
      await context.sendActivity(`vous dites : ${context.activity.text}`);
    },
  });
  served = await serving((server, { refuse, log }) =>
    mountMessages(server, { cloud, refuse, log, addressOf: createClientAddress([]) }),
  );
});
afterEach(async () => {
  await served.stop();
  await channel.stop();
});

const there = {
  channelId: 'msteams',
  serviceUrl: '',
  conversation: { id: 'conversation-1' },
  bot: { id: 'bot' },
};
const said = {
  type: 'message',
  label: 'notice',
  locale: 'fr',
  speak: '',
  inputHint: 'expectingInput',
  text: 'le groupe a répondu',
} as const;

const send = (activity: object, headers: Record<string, string> = {}) =>
  post(`${served.url}/api/messages`, activity, headers);

describe('without credentials', () => {
  test('a caller of this machine is answered', async () => {
    const response = await send(message());
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      activities: [{ text: 'vous dites : bonjour', replyToId: 'activity-1' }],
    });
  });

  test('replies are posted to a channel of this machine', async () => {
    const response = await send(message({ serviceUrl: channel.url, deliveryMode: undefined }));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(channel.received()).toMatchObject([
      {
        path: '/v3/conversations/conversation-1/activities/activity-1',
        body: { text: 'vous dites : bonjour' },
      },
    ]);
  });

  test('its clients are kept from one turn to the next', async () => {
    const keys = ['a', 'b'].map((id) => message({ id, serviceUrl: channel.url, deliveryMode: undefined }));
    for (const activity of keys) await send(activity);
    expect(channel.received()).toHaveLength(2);
    expect(channel.connections()).toBe(1);
  });

  test.each([
    { 'x-forwarded-for': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1' },
    { 'x-real-ip': '127.0.0.1' },
    { via: '1.1 proxy' },
    { 'x-forwarded-proto': 'https' },
    { 'cf-connecting-ip': '127.0.0.1' },
    { origin: 'http://evil.example' },
  ])('what a proxy or a page passes on is refused: %j', async (headers: Record<string, string>) => {
    const response = await send(message(), headers);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'forbidden' } });
    expect(seen).toEqual([]);
  });

  test('a site that was made to resolve to this machine is refused', async () => {
    const body = JSON.stringify(message());
    const socket = await open(served.port);
    socket.write(
      `POST /api/messages HTTP/1.1\r\nHost: evil.example:${served.port}\r\nContent-Type: application/json\r\n` +
        `Connection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 403 /);
  });

  test.each([
    'https://evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1@evil.example/',
    'http://169.254.169.254/latest/',
    'http://localhost.evil.example/',
    'http://[::ffff:203.0.113.7]/',
  ])('replies never leave this machine: %s', async (serviceUrl) => {
    expect((await send(message({ serviceUrl }))).status).toBe(403);
    expect((await send(message({ serviceUrl, deliveryMode: undefined }))).status).toBe(403);
    expect(seen).toEqual([]);
  });

  test('nor do later posts into a conversation that was kept', async () => {
    const address = { ...there, serviceUrl: 'http://203.0.113.7/' };
    expect(await cloud.line.post(address, said)).toMatchObject({ outcome: 'failed' });
    expect(channel.received()).toEqual([]);
  });

  test('later posts into a conversation of this machine arrive', async () => {
    await cloud.line.post({ ...there, serviceUrl: channel.url }, said);
    expect(channel.received()).toMatchObject([{ body: { text: 'le groupe a répondu' } }]);
  });
});

describe('closed, as it is without credentials when others may reach the program', () => {
  let closed: Serving;
  beforeEach(async () => {
    cloud = createBotFramework({ reach: 'nobody', onTurn: async (context) => void seen.push(context) });
    closed = await serving((server, { refuse, log }) =>
      mountMessages(server, { cloud, refuse, log, addressOf: createClientAddress([]) }),
    );
  });
  afterEach(() => closed.stop());

  test('nobody is answered, and it is said what to do', async () => {
    const response = await post(`${closed.url}/api/messages`, message(), { 'accept-language': 'fr' });
    expect(response.status).toBe(403);
    const { error } = await response.json();
    expect(error).toEqual({ code: 'closed', message: expect.stringContaining('MicrosoftApp') });
    expect(seen).toEqual([]);
  });

  test('nor is anything posted, to this machine either', async () => {
    expect(await cloud.line.post({ ...there, serviceUrl: channel.url }, said)).toMatchObject({
      outcome: 'failed',
    });
    expect(channel.received()).toEqual([]);
  });
});

test.each([
  ['127.0.0.1', 'localhost:3978', true],
  ['127.8.9.10', '127.0.0.1', true],
  ['::1', '[::1]:3978', true],
  ['::ffff:127.0.0.1', '127.0.0.1:3978', true],
  ['10.0.0.1', '127.0.0.1', false],
  ['::ffff:10.0.0.1', '127.0.0.1', false],
  ['fe80::1', 'localhost', false],
  ['', 'localhost', false],
  ['127.0.0.1', undefined, false],
  ['127.0.0.1', 'trajectoires.example', false],
])('from %s to %s is local: %s', (address, host, local) => {
  const headers = host === undefined ? {} : { host };
  expect(isLocalCaller({ address, headers, httpVersion: '1.1' })).toBe(local);
  expect(isLocalCaller({ address, headers, httpVersion: '1.0' })).toBe(false);
});

test.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'localhost', '', 'http://0.0.0.0/'])(
  '%j is no address here',
  (url) => {
    expect(isLoopbackUrl(url)).toBe(false);
  },
);
