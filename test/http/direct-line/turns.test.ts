import { afterEach, describe, expect, test } from '@jest/globals';
import type { TurnContext } from 'botbuilder';
import { StoreUnavailable } from '#store/store.ts';
import { arrive, open, type Place, parrot, texts } from './place.ts';

let place: Place;
afterEach(() => place.stop());

/** A bot that waits at a gate in each message's turn. */
function gated() {
  const gate = Promise.withResolvers<void>();
  const order: string[] = [];
  const onTurn = async (context: TurnContext) => {
    if (context.activity.type === 'message') {
      order.push(`+${context.activity.text}`);
      await gate.promise;
      order.push(`-${context.activity.text}`);
    }
    await parrot(context);
  };
  return { onTurn, order, open: gate.resolve };
}

describe('the same activity', () => {
  test('twenty times at once is one turn, one id, one entry in the log', async () => {
    let turns = 0;
    place = await open(async (context) => {
      if (context.activity.type === 'message') turns += 1;
      await parrot(context);
    });
    const someone = await arrive(place);
    const all = await Promise.all(Array.from({ length: 20 }, () => someone.say('once', 'same')));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
    expect(turns).toBe(1);
    expect(texts((await someone.read()).body)).toEqual(['welcome', 'once', 'you said once']);
    expect((await someone.say('once', 'same')).body.id).toBe(all[0]?.body.id);
    expect(turns).toBe(1);
  });

  test('of two people is two', async () => {
    place = await open(parrot);
    const [one, other] = [await arrive(place), await arrive(place)];
    const ids = [await one.say('hello', 'same'), await other.say('hello', 'same')].map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(2);
    expect((await other.read()).body.activities).toHaveLength(3);
  });

  test('without an id of the client is two', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    const init = { token: someone.token, body: { type: 'message', text: 'hello' } };
    const path = `conversations/${someone.id}/activities`;
    const [one, two] = [await place.call('POST', path, init), await place.call('POST', path, init)];
    expect(one.body.id).not.toBe(two.body.id);
  });

  test('long after, handled again by the bot, shows nothing twice', async () => {
    place = await open(parrot);
    const someone = await arrive(place);
    await someone.say('first', 'first');
    for (let i = 0; i < 60; i++) await someone.say(`n${i}`);
    await someone.say('first', 'first');
    const said = texts((await someone.read()).body);
    expect(said.filter((text) => text.includes('first'))).toEqual(['first', 'you said first']);
  });
});

describe('turns', () => {
  test('of one conversation run one after another, those of others beside them', async () => {
    const { onTurn, order, open: release } = gated();
    place = await open(onTurn);
    const [one, other] = [await arrive(place), await arrive(place)];
    const said = [one.say('a'), one.say('b'), other.say('c')];
    await until(() => order.length === 2);
    expect([...order].sort()).toEqual(['+a', '+c']);
    release();
    await Promise.all(said);
    expect(order.filter((step) => step.endsWith('a') || step.endsWith('b'))).toEqual([
      '+a',
      '-a',
      '+b',
      '-b',
    ]);
  });

  test('wait in a bounded queue', async () => {
    const { onTurn, order, open: release } = gated();
    place = await open(onTurn, { limits: { turns: 3 } });
    const someone = await arrive(place);
    const said = [someone.say('a')];
    await until(() => order.length === 1);
    const more = ['b', 'c', 'd', 'e'].map((text) => someone.say(text, text));
    const refused = (await Promise.race([Promise.all(more), firstTwo(more)])) ?? [];
    expect(refused.map(({ status }) => status)).toEqual([429, 429]);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(refused[0]?.body.error.code).toBe('TooManyRequests');
    release();
    await Promise.all([...said, ...more]);
    const late = await Promise.all(['b', 'c', 'd', 'e'].map((text) => someone.say(text, text)));
    expect(late.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(3);
  });
});

/** The two answers of a set that come first. */
function firstTwo<T>(all: readonly Promise<T>[]): Promise<T[]> {
  return new Promise((resolve) => {
    const first: T[] = [];
    for (const one of all)
      one.then((value) => {
        first.push(value);
        if (first.length === 2) resolve([...first]);
      });
  });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}

describe('a turn that fails', () => {
  const failing = (error: Error) => {
    const state = { fails: true, ids: [] as (string | undefined)[] };
    const onTurn = async (context: TurnContext) => {
      if (context.activity.type === 'message') {
        state.ids.push(context.activity.id);
        await context.sendActivity('too early');
        if (state.fails) throw error;
      }
      await parrot(context);
    };
    return { state, onTurn };
  };

  test.each([
    [503, 'Unavailable', new StoreUnavailable('the disk is full', 'free some space')],
    [500, 'BotError', new Error('a mistake about « mon secret »')],
  ])('answers %i, keeps nothing, and passes when it is tried again', async (status, code, error) => {
    const { state, onTurn } = failing(error);
    const logged: object[] = [];
    place = await open(onTurn, { logger: { error: (fields) => void logged.push(fields) } });
    const someone = await arrive(place);
    const failed = await someone.say('hello', 'mine');
    expect([failed.status, failed.body.error.code]).toEqual([status, code]);
    expect(JSON.stringify(failed.body)).not.toContain(error.message);
    expect(logged).toHaveLength(1);
    expect(texts((await someone.read()).body)).toEqual(['welcome']);
    state.fails = false;
    expect((await someone.say('hello', 'mine')).status).toBe(200);
    expect(texts((await someone.read()).body)).toEqual(['welcome', 'hello', 'too early', 'you said hello']);
    expect(new Set(state.ids).size).toBe(1);
  });

  test('in the greeting leaves the conversation to be started again', async () => {
    let fails = true;
    place = await open(async (context) => {
      if (fails) throw new Error('not yet');
      await parrot(context);
    });
    const { body } = await place.call('POST', 'tokens/generate', { body: { consultation: 'decouverte' } });
    expect((await place.call('POST', 'conversations', { token: body.token })).status).toBe(500);
    fails = false;
    expect((await place.call('POST', 'conversations', { token: body.token })).status).toBe(201);
  });
});
