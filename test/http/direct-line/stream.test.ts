import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { TurnContext } from 'botbuilder';
import { arrive, listen, open, type Place, parrot, refusedWith, texts } from './place.ts';

let place: Place;
afterEach(() => place.stop());

/** Every watermark but the first activities' own is of some frame. */
const streamOf = async (someone: { id: string; token: string }, watermark: string) => {
  const { body } = await place.call('GET', `conversations/${someone.id}?watermark=${watermark}`, {
    token: someone.token,
  });
  return body.streamUrl as string;
};

describe('a socket', () => {
  test('gives what was said before it, then each turn in one frame, with a watermark', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    const ear = await listen(someone.streamUrl);
    expect(texts(await ear.next())).toEqual(['welcome']);
    await someone.say('un');
    const frame = await ear.next();
    expect(texts(frame)).toEqual(['un', 'you said un']);
    expect((await someone.read(frame.watermark)).body.activities).toEqual([]);
  });

  test('opened again with a watermark gives what was missed, and nothing twice', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    const ear = await listen(someone.streamUrl);
    const { watermark } = await ear.next();
    ear.socket.close();
    await ear.closed;
    await someone.say('meanwhile');
    const { status, body } = await place.call('GET', `conversations/${someone.id}?watermark=${watermark}`, {
      token: someone.token,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ conversationId: someone.id, expires_in: 1800, token: expect.any(String) });
    const again = await listen(body.streamUrl);
    expect(texts(await again.next())).toEqual(['meanwhile', 'you said meanwhile']);
    await someone.say('now');
    expect(texts(await again.next())).toEqual(['now', 'you said now']);
  });

  test('stands beside those of other tabs: each hears everything once, and a closed one holds nobody up', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    const [first, second] = [await listen(someone.streamUrl), await listen(someone.streamUrl)];
    await Promise.all([first.next(), second.next()]);
    await someone.say('who hears');
    for (const ear of [first, second])
      expect(texts(await ear.next())).toEqual(['who hears', 'you said who hears']);
    first.socket.close();
    await first.closed;
    await someone.say('who is left');
    expect(texts(await second.next())).toEqual(['who is left', 'you said who is left']);
    expect(place.directLine.liveConversations()).toMatchObject([{ connected: true }]);
  });

  test('takes the place of the oldest where there are too many', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    const ears = [];
    for (let i = 0; i < 5; i++) ears.push(await listen(someone.streamUrl));
    expect(await ears[0]?.closed).toMatchObject({ code: 1000 });
    await ears[4]?.next();
    await someone.say('who hears');
    expect(texts(await ears[4]?.next())).toEqual(['who hears', 'you said who hears']);
  });

  test('is refused without a good token of the conversation', async () => {
    place = await open(parrot);
    const [one, other] = [await arrive(place), await arrive(place)];
    const stream = (id: string, token: string) =>
      `${place.serving.url.replace('http', 'ws')}/v3/directline/conversations/${id}/stream?t=${token}`;
    expect(await refusedWith(stream(one.id, ''))).toBe(401);
    expect(await refusedWith(stream(one.id, 'forged'))).toBe(401);
    expect(await refusedWith(stream(one.id, other.token))).toBe(403);
    expect(await refusedWith(`${place.serving.url.replace('http', 'ws')}/elsewhere`)).toBe(404);
    place.clock.now += 31 * 60_000;
    expect(await refusedWith(stream(one.id, one.token))).toBe(403);
  });

  test('takes empty frames for a sign of life, and refuses long ones', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    const ear = await listen(someone.streamUrl);
    await ear.next();
    for (let i = 0; i < 100; i++) ear.socket.send('');
    ear.socket.send('{"not":"taken"}');
    await someone.say('still here');
    expect(texts(await ear.next())).toEqual(['still here', 'you said still here']);
    ear.socket.send('x'.repeat(5000));
    expect(await ear.closed).toMatchObject({ code: 1009 });
  });

  test('gets empty frames to keep it alive', async () => {
    place = await open(parrot, {}, { keepAlive: 20 });
    const someone = await arrive(place);
    const ear = await listen(someone.streamUrl);
    const frames: string[] = [];
    const three = new Promise<void>((resolve) =>
      ear.socket.on('message', (data) => {
        frames.push(String(data));
        if (frames.filter((frame) => frame === '').length === 3) resolve();
      }),
    );
    await three;
    await someone.say('after three');
    await ear.next();
    expect(texts(await ear.next())).toContain('after three');
  });

  test('is cut when its client gives no sign of life', async () => {
    place = await open(parrot, {}, { keepAlive: 20 });
    const someone = await arrive(place);
    const mute = await silent(someone.streamUrl);
    mute.resume();
    await once(mute, 'close');
    await someone.say('nobody hears');
    expect(place.directLine.liveConversations()).toMatchObject([{ connected: false }]);
  });

  test('is dropped when its client does not read; nothing is lost', async () => {
    place = await open(parrot, { limits: { unread: 100_000 } });
    const someone = await arrive(place);
    const mute = await silent(someone.streamUrl);
    mute.pause();
    for (let i = 0; i < 2000 && connected(); i++) {
      place.directLine.post(someone.id, { text: 'x'.repeat(50_000) });
      await new Promise(setImmediate);
    }
    expect(connected()).toBe(false);
    mute.destroy();
    place.directLine.post(someone.id, { text: 'last' });
    expect(texts((await someone.read()).body).at(-1)).toBe('last');
  });

  const connected = () => place.directLine.liveConversations()[0]?.connected;
});

/** A client that opens the socket and then neither reads nor answers. */
async function silent(streamUrl: string) {
  const url = new URL(streamUrl);
  const socket = connect(Number(url.port), url.hostname);
  socket.on('error', () => undefined);
  socket.write(
    `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  await once(socket, 'data');
  return socket;
}

describe('beside messages', () => {
  const teller = async (context: TurnContext) => {
    if (context.activity.type !== 'message') return;
    await context.sendActivities([{ type: 'typing' }, { type: 'trace' }, { type: 'delay', value: 1 }]);
    const sent = await context.sendActivity('count 1');
    if (context.activity.text === 'count again')
      await context.updateActivity({ ...sent, type: 'message', text: 'count 2' });
    if (context.activity.text === 'take back') await context.deleteActivity(sent?.id ?? '');
  };

  test('typing goes to the socket with no watermark, and is not kept', async () => {
    place = await open(teller);
    const someone = await arrive(place);
    const ear = await listen(someone.streamUrl);
    await someone.say('hello');
    const typing = await ear.next();
    expect(texts(typing)).toEqual(['typing']);
    expect(typing).not.toHaveProperty('watermark');
    expect(texts(await ear.next())).toEqual(['hello', 'count 1']);
    expect(texts((await someone.read()).body)).toEqual(['hello', 'count 1']);
  });

  test('an update of the same turn replaces, one taken back is gone', async () => {
    place = await open(teller);
    const someone = await arrive(place);
    await someone.say('count again');
    await someone.say('take back');
    expect(texts((await someone.read()).body)).toEqual(['count again', 'count 2', 'take back']);
  });

  test('an update later is sent again under its id, at a new watermark', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    const { activities, watermark } = (await someone.read()).body;
    const ear = await listen(await streamOf(someone, watermark));
    const { id } = activities[0];
    expect(place.directLine.post(someone.id, { id, type: 'message', text: 'welcome, all 7 of you' })).toBe(
      true,
    );
    const frame = await ear.next();
    expect(frame.activities).toMatchObject([{ id, text: 'welcome, all 7 of you' }]);
    expect(frame.watermark).not.toBe(watermark);
    expect((await someone.read(watermark)).body.activities).toMatchObject([{ id }]);
    expect((await someone.read()).body.activities).toHaveLength(1);
  });

  test('a post of our own accord reaches the live, addressed to them, and nobody else', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    expect(place.directLine.post(someone.id, { label: 'group-scenario', text: 'published' })).toBe(true);
    expect(place.directLine.post('nobody', { text: 'published' })).toBe(false);
    const last = (await someone.read()).body.activities.at(-1);
    expect(last).toMatchObject({
      type: 'message',
      label: 'group-scenario',
      text: 'published',
      from: { role: 'bot' },
      conversation: { id: someone.id },
    });
    expect(last).not.toHaveProperty('replyToId');
  });

  test('a post in the middle of a turn comes after what the turn says', async () => {
    place = await open(async (context) => {
      if (context.activity.type !== 'message') return;
      place.directLine.post(context.activity.conversation.id, { text: 'published' });
      await context.sendActivity('noted');
    });
    const someone = await arrive(place);
    const ear = await listen(someone.streamUrl);
    await someone.say('publish');
    expect(texts(await ear.next())).toEqual(['publish', 'noted']);
    expect(texts(await ear.next())).toEqual(['published']);
  });

  test('the bot goes on in a conversation it refers to', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    const reference = { conversation: { id: someone.id, isGroup: false, conversationType: '', name: '' } };
    await place.directLine.adapter.continueConversationAsync('', reference, async (context) => {
      await context.sendActivity('by the way');
    });
    expect(texts((await someone.read()).body)).toEqual(['welcome', 'by the way']);
  });
});
