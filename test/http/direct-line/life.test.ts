import { mock } from 'node:test';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { TurnContext } from 'botbuilder';
import { until } from '../teams/until.ts';
import { arrive, listen, open, type Place, parrot, person, refusedWith, texts } from './place.ts';

let place: Place;
afterEach(async () => {
  mock.timers.reset();
  await place.stop();
});

/** The same installation after a stop: same secret, nothing in memory. */
async function restart(onTurn: (context: TurnContext) => Promise<void> = parrot): Promise<void> {
  const { now } = place.clock;
  await place.stop();
  place = await open(onTurn);
  place.clock.now = now;
}

/** Somebody who was greeted and whose socket closed; `wait` lets time pass, and the memory be looked through. */
async function greetedAndGone() {
  mock.timers.enable({ apis: ['setInterval'] });
  place = await open(parrot);
  const someone = await arrive(place);
  const ear = await listen(someone.streamUrl);
  await ear.next();
  const before = (await someone.read()).body;
  ear.socket.close();
  await until(() => !place.directLine.liveConversations().some(({ connected }) => connected));
  const wait = (ms: number) => {
    place.clock.now += ms;
    mock.timers.tick(ms);
  };
  return { someone, before, wait };
}

describe('after a restart', () => {
  test('an old token and watermark find the conversation again, and the bot says where the person is', async () => {
    place = await open(parrot);
    const before = await arrive(place);
    const { watermark } = (await before.read()).body;
    await restart();
    const path = `conversations/${before.id}?watermark=${watermark}`;
    const { status, body } = await place.call('GET', path, { token: before.token });
    expect([status, body.conversationId]).toEqual([200, before.id]);
    const ear = await listen(body.streamUrl);
    expect(texts(await ear.next())).toEqual(['event resume']);
    await person(place, body.token, before.id).say('on we go');
    expect(texts(await ear.next())).toEqual(['on we go', 'you said on we go']);
  });

  test('by polling or by a socket alone too, and the bot resumes once', async () => {
    place = await open(parrot);
    const before = await arrive(place);
    const { watermark } = (await before.read()).body;
    await restart();
    const after = person(place, before.token, before.id);
    const all = await Promise.all(Array.from({ length: 5 }, () => after.read(watermark)));
    for (const { body } of all) expect(texts(body)).toEqual(['event resume']);
    expect((await after.read(all[0]?.body.watermark)).body.activities).toEqual([]);

    await restart();
    const url = `${place.serving.url.replace('http', 'ws')}/v3/directline/conversations/${before.id}/stream`;
    const ear = await listen(`${url}?t=${before.token}&watermark=${watermark}`);
    expect(texts(await ear.next())).toEqual(['event resume']);
  });

  test('what is posted first is answered, under the same ids as before the restart', async () => {
    place = await open(parrot);
    const before = await arrive(place);
    const first = await before.say('hello', 'mine');
    const ids = (await before.read()).body.activities.slice(1).map(({ id }: { id: string }) => id);
    await restart();
    const after = person(place, before.token, before.id);
    const again = await after.say('hello', 'mine');
    expect(again.body.id).toBe(first.body.id);
    const { activities } = (await after.read()).body;
    expect(texts({ activities })).toEqual(['hello', 'you said hello']);
    expect(activities.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  test('a resumption that fails is tried again', async () => {
    place = await open(parrot);
    const before = await arrive(place);
    let fails = true;
    await restart(async (context) => {
      if (fails) throw new Error('not yet');
      await parrot(context);
    });
    const url = `${place.serving.url.replace('http', 'ws')}/v3/directline/conversations/${before.id}/stream`;
    expect(await refusedWith(`${url}?t=${before.token}`)).toBe(500);
    fails = false;
    expect(texts((await person(place, before.token, before.id).read()).body)).toEqual(['event resume']);
  });
});

describe('the memory', () => {
  test('lets go of conversations without a sign of life, and takes them up again', async () => {
    place = await open(parrot, { limits: { idle: 10 * 60_000 } });
    const someone = await arrive(place);
    const ear = await listen(someone.streamUrl);
    const { watermark } = await ear.next();
    place.clock.now += 11 * 60_000;
    const other = await arrive(place);
    expect(await ear.closed).toMatchObject({ code: 1000 });
    expect(place.directLine.liveConversations().map(({ id }) => id)).toEqual([other.id]);
    expect(place.directLine.post(someone.id, { text: 'x' })).toBe(false);
    expect(texts((await someone.read(watermark)).body)).toEqual(['event resume']);
  });

  test('lets go of a greeting that nobody listens to, and says the same again under the same ids', async () => {
    const { someone, before, wait } = await greetedAndGone();
    wait(30_000);
    expect(place.directLine.liveConversations()).toEqual([]);
    const { body } = await someone.read();
    const ids = ({ activities }: { activities: { id: string }[] }) => activities.map(({ id }) => id);
    expect([ids(body), body.watermark]).toEqual([ids(before), before.watermark]);
    expect((await someone.read(before.watermark)).body.activities).toEqual([]);
    wait(30_000);
    await someone.say('hello');
    expect(texts((await someone.read(before.watermark)).body)).toEqual(['hello', 'you said hello']);
  });

  test('keeps what somebody wrote, what was posted, and whoever listens', async () => {
    const { someone, wait } = await greetedAndGone();
    await someone.say('hello');
    const [told, there] = [await arrive(place), await arrive(place)];
    place.directLine.post(told.id, { text: 'news' });
    await listen(there.streamUrl);
    wait(30_000);
    expect(place.directLine.liveConversations()).toHaveLength(3);
  });

  test('holds so many conversations, the least recent going first', async () => {
    place = await open(parrot, { limits: { conversations: 3 } });
    const people = [await arrive(place), await arrive(place), await arrive(place)];
    await people[0]?.say('still here');
    await arrive(place);
    const live = place.directLine.liveConversations().map(({ id }) => id);
    expect(live).toHaveLength(3);
    expect(live).toContain(people[0]?.id);
    expect(live).not.toContain(people[1]?.id);
  });

  test('holds so many bytes in all', async () => {
    place = await open(parrot, { limits: { allBytes: 100_000 } });
    const one = await arrive(place);
    await one.say('x'.repeat(30_000));
    const other = await arrive(place);
    await other.say('y'.repeat(30_000));
    expect(place.directLine.liveConversations().map(({ id }) => id)).toEqual([other.id]);
  });

  test('holds so many activities and bytes of each, the latest', async () => {
    place = await open(parrot, { limits: { entries: 10, bytes: 50_000 } });
    const someone = await arrive(place);
    for (let i = 0; i < 20; i++) await someone.say(`n${i}`);
    const said = texts((await someone.read()).body);
    expect(said).toHaveLength(10);
    expect(said.at(-1)).toBe('you said n19');
    for (let i = 0; i < 3; i++) await someone.say('z'.repeat(20_000));
    expect((await someone.read()).body.activities.length).toBeLessThan(3);
  });
});

describe('forgetting', () => {
  test('a conversation at rest: it is told, closed, and opens no more', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    await someone.say('my secret');
    const ear = await listen(someone.streamUrl);
    await ear.next();
    place.directLine.forget(someone.id);
    expect(texts(await ear.next())).toEqual(['endOfConversation']);
    expect(await ear.closed).toMatchObject({ code: 1000 });
    for (const { status, body } of [
      await someone.read(),
      await someone.say('again'),
      await place.call('POST', 'tokens/refresh', { token: someone.token }),
      await place.call('POST', 'conversations', { token: someone.token }),
    ])
      expect([status, body.error.code]).toEqual([404, 'ConversationGone']);
    const back = await arrive(place, { consultation: 'decouverte', previous: someone.token });
    expect(texts((await back.read()).body)).toEqual(['welcome']);
  });

  test('in the middle of a turn: only what that turn says remains', async () => {
    place = await open(async (context) => {
      if (context.activity.text === 'erase') place.directLine.forget(context.activity.conversation.id);
      await parrot(context);
    });
    const someone = await arrive(place);
    await someone.say('my secret', 'secret');
    await someone.say('erase');
    expect(texts((await someone.read()).body)).toEqual(['erase', 'you said erase']);
    expect((await someone.say('afterwards')).status).toBe(200);
  });
});

test('stopping waits for the turns at work, says goodbye, and takes no more', async () => {
  const gate = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  place = await open(async (context) => {
    if (context.activity.type === 'message') {
      begun.resolve();
      await gate.promise;
    }
    await parrot(context);
  });
  const someone = await arrive(place);
  const ear = await listen(someone.streamUrl);
  await ear.next();
  const said = someone.say('last words');
  await begun.promise;
  const closed = place.directLine.close();
  const refused = await someone.say('too late');
  expect([refused.status, refused.body.error.code]).toEqual([503, 'Unavailable']);
  gate.resolve();
  expect((await said).status).toBe(200);
  await closed;
  expect(texts(await ear.next())).toEqual(['last words', 'you said last words']);
  expect(await ear.closed).toMatchObject({ code: 1001 });
});
