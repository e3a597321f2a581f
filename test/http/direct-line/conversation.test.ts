import { afterEach, describe, expect, test } from '@jest/globals';
import type { Activity, TurnContext } from 'botbuilder';
import { bindingKey } from '#channels/hosted.ts';
import { arrive, open, type Place, parrot, person, texts } from './place.ts';

let place: Place;
afterEach(() => place.stop());

const consultation = 'decouverte';
const generate = async () => (await place.call('POST', 'tokens/generate', { body: { consultation } })).body;

/** A bot that only remembers what it was given. */
function witness() {
  const seen: { activity: Partial<Activity>; binding: unknown }[] = [];
  const onTurn = async (context: TurnContext) => {
    seen.push({ activity: structuredClone(context.activity), binding: context.turnState.get(bindingKey) });
  };
  return { seen, onTurn };
}

describe('starting', () => {
  test('greets the person once, in the language their device speaks', async () => {
    const { seen, onTurn } = witness();
    place = await open(onTurn);
    const { token, conversationId } = await generate();
    const body = { locale: 'fr-FR', user: { id: 'dl_somebody-else' }, bot: { id: 'x' } };
    const started = await place.call('POST', 'conversations', { token, body });
    expect(started.status).toBe(201);
    expect(started.body).toEqual({
      conversationId,
      token: expect.any(String),
      expires_in: 1800,
      streamUrl: expect.stringMatching(
        new RegExp(`^ws://127.0.0.1:\\d+/v3/directline/conversations/${conversationId}/stream\\?t=`),
      ),
    });
    expect(seen).toHaveLength(1);
    const { activity, binding } = seen[0] ?? {};
    const [live] = place.directLine.liveConversations();
    expect(binding).toEqual({ consultation, facilitator: false });
    expect(activity).toMatchObject({
      type: 'conversationUpdate',
      locale: 'fr-FR',
      channelId: 'directline',
      serviceUrl: 'urn:trajectoires:direct-line',
      from: { id: live?.user, role: 'user' },
      recipient: { role: 'bot' },
      conversation: { id: conversationId, isGroup: false },
      membersAdded: [{ id: live?.user }],
    });
    const again = await place.call('POST', 'conversations', { token, body });
    expect([again.status, again.body.conversationId]).toEqual([200, conversationId]);
    expect(seen).toHaveLength(1);
  });

  test('twenty times at once begins one conversation', async () => {
    place = await open(parrot);
    const { token } = await generate();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => place.call('POST', 'conversations', { token })),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(all.map(({ body }) => body.conversationId)).size).toBe(1);
    const { body } = await person(place, token, all[0]?.body.conversationId).read();
    expect(texts(body)).toEqual(['welcome']);
  });

  test.each([{ locale: '<b>' }, { locale: 7 }, [], 'x', undefined])(
    'an odd body does no harm: %j',
    async (body) => {
      const { seen, onTurn } = witness();
      place = await open(onTurn);
      const { token } = await generate();
      expect((await place.call('POST', 'conversations', { token, body: JSON.stringify(body) })).status).toBe(
        201,
      );
      expect(seen[0]?.activity.locale).toBeUndefined();
    },
  );
});

describe('polling', () => {
  test('gives the echo and the replies in order, then what is new after a watermark', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    const first = await someone.read();
    expect(texts(first.body)).toEqual(['welcome']);
    const posted = await someone.say('bonjour', 'mine-1');
    expect(posted.status).toBe(200);
    const second = await someone.read(first.body.watermark);
    expect(texts(second.body)).toEqual(['bonjour', 'you said bonjour']);
    const [echo, reply] = second.body.activities;
    expect(echo).toMatchObject({
      id: posted.body.id,
      from: { role: 'user' },
      channelData: { clientActivityID: 'mine-1' },
      conversation: { id: someone.id },
    });
    expect(reply).toMatchObject({ label: 'question', replyToId: posted.body.id, from: { role: 'bot' } });
    expect(reply).not.toHaveProperty('serviceUrl');
    expect(Date.parse(reply.timestamp)).toBe(place.clock.now);
    const third = await someone.read(second.body.watermark);
    expect(third.body).toEqual({ activities: [], watermark: second.body.watermark });
    expect(texts((await someone.read()).body)).toHaveLength(3);
  });

  test.each(['', 'x', '1', '.', '..%00', 'é', '99999999999999999999'])(
    'an odd watermark is the beginning: %j',
    async (mark) => {
      place = await open(parrot);
      const someone = await arrive(place);
      expect(texts((await someone.read(mark)).body)).toEqual(['welcome']);
    },
  );
});

describe('what a client says of itself', () => {
  test('does not count: user, conversation, channel and recipient come from the token', async () => {
    const { seen, onTurn } = witness();
    place = await open(onTurn);
    const someone = await arrive(place);
    const { body } = await place.call('POST', `conversations/${someone.id}/activities`, {
      token: someone.token,
      body: {
        type: 'message',
        id: 'chosen',
        text: 'me',
        from: { id: 'dl_other', role: 'bot' },
        recipient: { id: 'x' },
        conversation: { id: 'other', isGroup: true },
        channelId: 'msteams',
        serviceUrl: 'http://169.254.0.1/',
        deliveryMode: 'expectReplies',
        timestamp: '1999-01-01T00:00:00Z',
        localTimestamp: '2026-11-23T10:00:00+01:00',
        locale: 'fr',
        membersAdded: [{ id: 'x' }],
        binding: { facilitator: true },
      },
    });
    const { activity, binding } = seen[1] ?? {};
    const [live] = place.directLine.liveConversations();
    expect(binding).toEqual({ consultation, facilitator: false });
    expect(activity).toEqual({
      type: 'message',
      id: body.id,
      text: 'me',
      locale: 'fr',
      timestamp: new Date(place.clock.now),
      localTimestamp: new Date('2026-11-23T10:00:00+01:00'),
      channelId: 'directline',
      serviceUrl: 'urn:trajectoires:direct-line',
      from: { id: live?.user, name: '', role: 'user' },
      recipient: { id: 'trajectoires', name: 'Trajectoires', role: 'bot' },
      conversation: { id: someone.id, isGroup: false, conversationType: 'personal', name: '' },
    });
    expect(body.id).not.toBe('chosen');
  });

  test('an odd clock or language is left out, and the person is heard', async () => {
    const { seen, onTurn } = witness();
    place = await open(onTurn);
    const someone = await arrive(place);
    const body = {
      type: 'message',
      value: { act: 'word' },
      locale: 'x'.repeat(99),
      localTimestamp: 'noon',
      text: null,
    };
    const posted = await place.call('POST', `conversations/${someone.id}/activities`, {
      token: someone.token,
      body,
    });
    expect(posted.status).toBe(200);
    expect(seen[1]?.activity).toMatchObject({ value: { act: 'word' } });
    expect(Object.keys(seen[1]?.activity ?? {})).not.toEqual(expect.arrayContaining(['locale']));
    expect(seen[1]?.activity).not.toHaveProperty('text');
  });

  test.each(['typing', 'conversationUpdate', 'invoke', 'endOfConversation', 'nonsense'])(
    '%s is taken, and not given to the bot',
    async (type) => {
      const { seen, onTurn } = witness();
      place = await open(onTurn);
      const someone = await arrive(place);
      const path = `conversations/${someone.id}/activities`;
      const { status, body } = await place.call('POST', path, { token: someone.token, body: { type } });
      expect([status, typeof body.id]).toEqual([200, 'string']);
      expect(seen).toHaveLength(1);
      expect((await someone.read()).body.activities).toEqual([]);
    },
  );

  test('an event is given to the bot', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    const path = `conversations/${someone.id}/activities`;
    await place.call('POST', path, { token: someone.token, body: { type: 'event', name: 'here', value: 1 } });
    expect(texts((await someone.read()).body)).toContain('event here');
  });
});

test('the session id is given to a holder of a token', async () => {
  place = await open(parrot);
  const someone = await arrive(place);
  const { status, body } = await place.call('GET', 'session/getsessionid', { token: someone.token });
  expect([status, body]).toEqual([200, { sessionId: someone.id }]);
  expect((await place.call('GET', 'session/getsessionid')).status).toBe(401);
});
