import { afterEach, describe, expect, test } from '@jest/globals';
import type { TurnContext } from 'botbuilder';
import { TrustingAdapter } from '#channels/bot-framework/adapter.ts';
import { createBotFramework } from '#channels/bot-framework/bot-framework.ts';
import { StoreUnavailable } from '#store/store.ts';
import { createClientAddress } from '#web/http/request/client-address.ts';
import { mountMessages } from '#web/messages.ts';
import { post, type Serving, serving } from '../server/serving.ts';
import { message } from './activity.ts';
import { type Connector, connector } from './connector.ts';

let served: Serving;
let channel: Connector | undefined;
afterEach(async () => {
  await served.stop();
  await channel?.stop();
  channel = undefined;
});

const withBot = async (onTurn: (context: TurnContext) => Promise<void>) => {
  served = await serving((server, { refuse, log }) => {
    mountMessages(server, {
      cloud: createBotFramework({ onTurn, reach: 'this-machine' }),
      addressOf: createClientAddress([]),
      refuse,
      log,
    });
  });
  return (activity: unknown) => post(`${served.url}/api/messages`, activity);
};

describe('what is no activity is a 400', () => {
  const without = (field: string) =>
    Object.fromEntries(Object.entries(message()).filter(([name]) => name !== field));
  test.each<[string, unknown]>([
    ['nothing', ''],
    ['null', null],
    ['a list', []],
    ['a text', '"x"'],
    ['an empty object', {}],
    ...['type', 'id', 'channelId', 'serviceUrl', 'from', 'conversation'].map((field): [string, unknown] => [
      `no ${field}`,
      without(field),
    ]),
    ['an empty sender', message({ from: { id: '' } })],
    ['a sender that is a text', message({ from: 'user-1' })],
    ['a number for a type', message({ type: 4 })],
    ['an endless id', message({ id: 'x'.repeat(3000) })],
    ['a service address that is none', message({ serviceUrl: 'javascript:alert(1)' })],
    ['a text that is an object', message({ text: { toString: 'x' } })],
    ['members that are no list', message({ type: 'conversationUpdate', membersAdded: {} })],
    ['a time that is none', message({ timestamp: 'hier' })],
    ['a thousand attachments', message({ attachments: Array.from({ length: 1000 }, () => ({})) })],
  ])('%s', async (_name, body) => {
    let turns = 0;
    const send = await withBot(async () => {
      turns += 1;
    });
    const response = await send(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'malformed' } });
    expect(turns).toBe(0);
  });
});

describe('a turn', () => {
  test('has the activity as it was sent, with dates for times', async () => {
    const contexts: TurnContext['activity'][] = [];
    const send = await withBot(async ({ activity }) => void contexts.push({ ...activity }));
    const channelData = { tenant: { id: 't' }, clientActivityID: 'c' };
    await send(message({ channelData, value: { act: 'open' }, locale: 'fr-FR' }));
    expect(contexts).toMatchObject([
      { channelData, value: { act: 'open' }, locale: 'fr-FR', from: { name: 'Camille' } },
    ]);
    expect(contexts[0]?.timestamp).toEqual(new Date('2026-11-23T10:00:00.000Z'));
    expect(contexts[0]?.localTimestamp).toEqual(new Date('2026-11-23T10:00:00.000Z'));
  });

  test('answers an invoke with what the bot leaves for it', async () => {
    const send = await withBot(async (context) => {
      await context.sendActivity({
        type: 'invokeResponse',
        value: { status: 200, body: { statusCode: 200 } },
      });
    });
    const response = await send(
      message({ type: 'invoke', name: 'adaptiveCard/action', deliveryMode: undefined }),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ statusCode: 200 });
  });

  test('an invoke that the bot does not know is a 501', async () => {
    const send = await withBot(async () => undefined);
    expect((await send(message({ type: 'invoke', name: 'x', deliveryMode: undefined }))).status).toBe(501);
  });

  test('runs beside others without mixing their replies', async () => {
    const send = await withBot(async (context) => {
      await context.sendActivities([{ type: 'typing' }, { text: `1 ${context.activity.text}` }]);
      await context.sendActivity(`2 ${context.activity.text}`);
    });
    const texts = Array.from({ length: 50 }, (_, i) => `texte ${i}`);
    const answers = await Promise.all(texts.map((text, i) => send(message({ id: `a${i}`, text }))));
    const replies = (await Promise.all(answers.map((answer) => answer.json()))) as {
      activities: { text?: string }[];
    }[];
    expect(replies.map(({ activities }) => activities.map(({ text }) => text))).toEqual(
      texts.map((text) => [undefined, `1 ${text}`, `2 ${text}`]),
    );
  });
});

describe('a turn that fails', () => {
  test('for want of a store is a 503 to come back to', async () => {
    const send = await withBot(async () => {
      throw new StoreUnavailable('The disk is full', 'Free some space');
    });
    const response = await send(message());
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('by a mistake is a 500; nothing of it reaches the caller or the conversation, the log has it', async () => {
    channel = await connector();
    const send = await withBot(async () => {
      throw new TypeError('cannot read the moon');
    });
    for (const deliveryMode of ['expectReplies', undefined]) {
      const response = await send(message({ serviceUrl: channel.url, deliveryMode, text: 'mes mots à moi' }));
      expect(response.status).toBe(500);
      expect(await response.text()).not.toMatch(/moon|TypeError|\.ts/);
    }
    expect(channel.received()).toEqual([]);
    expect(served.logged()).toContain('turns.test.ts:');
    expect(served.logged()).not.toMatch(/mes mots|cannot read the moon/);
  });

  test('in posting, is a 500 whose log has no word of the reply', async () => {
    channel = await connector(403);
    const send = await withBot(async (context) => {
      await context.sendActivity('votre scénario personnel');
    });
    const response = await send(message({ serviceUrl: channel.url, deliveryMode: undefined }));
    expect(channel.received()).toMatchObject([{ body: { text: 'votre scénario personnel' } }]);
    expect(response.status).toBe(500);
    expect(served.logged()).toContain('RestError');
    expect(served.logged()).not.toContain('scénario personnel');
  });
});

test('both kinds of credentials make an adapter', async () => {
  served = await serving(() => undefined);
  const bot = {
    appId: '6f1d8b1e-3a56-4a6c-9d52-0c6b2f7f1a11',
    tenantId: '0a9c7c8e-1c1b-4f43-8a8e-2f5d2c3b4a5d',
  };
  for (const credentials of [
    { kind: 'single-tenant', ...bot, password: 'x' },
    { kind: 'managed-identity', ...bot },
  ] as const) {
    expect(new TrustingAdapter(credentials).line).toBeDefined();
  }
});
