import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { nobody } from '#channels/turns/in-world.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Device } from '#domain/participant/device.ts';
import { openStore } from '#store/files/open.ts';
import { catalogue, newConsultation, newPerson } from '#test/conversations/world.ts';
import { withFolder } from '#test/store/folders.ts';
import { turnTaker } from './taker.ts';

const began = Date.parse('2026-11-23T10:00:00.000Z');
const tap = (value: object): Event => ({ kind: 'submit', value });

/** What somebody does, and when: in seconds after the first thing they did. */
const deeds: readonly (readonly [seconds: number, Event, spent: number | undefined])[] = [
  [0, { kind: 'joined' }, undefined],
  [0, tap({ act: 'consent', agree: true, unclear: 'true' }), 0],
  [20, tap({ act: 'profile', decline: true }), 20],
  [50, tap({ act: 'open', domain: 'mobility' }), 50],
  [110, { kind: 'text', text: 'zzz' }, 110],
  [7200, { kind: 'text', text: 'passer' }, 110],
  [7215, { kind: 'text', text: 'passer' }, 125],
];

interface Taker {
  readonly dir: string;
  readonly store: Awaited<ReturnType<typeof openStore>>;
  /** Takes a turn; the clock stands at so many seconds after the beginning. */
  readonly take: (
    activityId: string,
    event: Event,
    seconds?: number,
    device?: Device,
  ) => Promise<readonly Reply[]>;
}

/** Takes the turns of one person, with a store in a folder of its own. */
const withTaker = (story: (taker: Taker) => Promise<void>) =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    let clock = 0;
    const takeTurn = turnTaker(store, () => new Date(began + 1000 * clock).toISOString());
    const consultation = { ...newConsultation(), domains: catalogue.domains.map(({ id }) => id) };
    await story({
      dir,
      store,
      async take(activityId, event, seconds = clock, device = undefined) {
        clock = seconds;
        const { replies } = await takeTurn({
          ...{ key: 'somebody', caller: 'somewhere', consultation, rights: nobody, activityId, event },
          ...(device && { device }),
        });
        return replies;
      },
    });
    await store.close();
  });

test('the time given to the conversation is kept, pauses left out, and counts once when a channel repeats itself', () =>
  withTaker(async ({ store, take }) => {
    for (const [i, [at, event, spent]] of deeds.entries()) {
      await take(`${i}`, event, at);
      expect((await store.load('participant', 'somebody'))?.spent).toBe(spent);
      await take(`${i}`, event, at + 5);
      expect((await store.load('participant', 'somebody'))?.spent).toBe(spent);
    }
    expect(await store.load('participant', 'somebody')).toMatchObject({
      consent: { unclear: true },
      unclear: [{ item: 'mobility-daily', text: 'zzz' }],
    });
  }));

let remarks = 0;

/** What a person who says something to everything does next; nothing at the end. */
function next(reply: Reply | undefined): Event | undefined {
  switch (reply?.label) {
    case 'consent':
      return tap({ act: 'consent', agree: true });
    case 'profile':
      return tap({
        act: 'profile',
        roles: catalogue.roles.slice(0, 3).join(','),
        territory: catalogue.territories[0],
      });
    case 'question':
      return answer(reply.question);
    case 'trajectory':
      return tap({
        ...{ act: 'ballot', trajectory: reply.trajectory, stance: '2', horizon: 'under-5', kept: 'true' },
        ...{ benefits: 'jobs,resilience' },
        ...(remarks++ % 3 === 0 && { condition: 'Que cela reste simple et gratuit pour tout le monde.' }),
      });
    case 'personal-scenario':
      return reply.next ? tap({ act: 'open', domain: reply.next }) : undefined;
    case 'menu':
      return reply.of === 'progress' && reply.next ? tap({ act: 'open', domain: reply.next }) : undefined;
    default:
      return undefined;
  }
}

function answer(id: string): Event {
  const question = catalogue.domains.flatMap(({ questions }) => questions).find((one) => one.id === id);
  if (question === undefined) throw new Error(id);
  const value =
    'options' in question ? question.options.slice(0, question.kind === 'multi' ? 2 : 1).join(',') : '4';
  return tap({ act: 'answer', question: id, value });
}

const word = (word: string) => tap({ act: 'word', word });

test('whoever went through everything leaves a document under 8 KB, and a channel that repeats itself the same replies', () =>
  withTaker(async ({ dir, store, take }) => {
    let replies = await take('0', word('menu'));
    let n = 1;
    for (let event = next(replies.at(-1)); event !== undefined; event = next(replies.at(-1)))
      replies = await take(`${n++}`, event);
    expect(n).toBeGreaterThan(40);
    for (const said of [
      'my-scenario',
      'change',
      'group',
      'vision',
      'titles',
      'menu',
      'my-scenario',
      'change',
    ]) {
      const before = await take(`${n}`, word(said));
      replies = await take(`${n + 1}`, word('help'));
      expect(await take(`${n}`, word(said))).toEqual(before);
      expect(await take(`${n + 1}`, word('help'))).toEqual(replies);
      // What came before had its replies since: nothing is done, and nothing said, a second time.
      expect(await take(`${n - 1}`, word('menu'))).toEqual([]);
      n += 2;
    }
    const kept = await store.load('participant', 'somebody');
    expect(Object.keys(kept?.ballots ?? {}).length).toBeGreaterThan(15);
    expect(Object.keys(kept?.answers ?? {}).length).toBeGreaterThan(15);
    await store.checkpoint();
    const [written] = (await readdir(dir, { recursive: true })).filter((name) =>
      /participant.*json$/.test(name),
    );
    expect((await stat(join(dir, written ?? ''))).size).toBeLessThan(8_000);
  }));

test('a document of before a go-ahead, which an earlier release kept, goes with the first word, and all that led to it', () =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    const takeTurn = turnTaker(store, () => new Date(began).toISOString());
    const traces = [{ kind: 'link' as const, id: 'a-code' }];
    await store.save('link', { schema: 1, id: 'a-code', version: 0, participant: 'somebody' });
    await store.save(
      'participant',
      newPerson({ version: 0, declined: true, resumeCode: 'KTMP-4P7R', traces }),
    );
    const said = async (activityId: string, text: string) => {
      const turn = {
        key: 'somebody',
        caller: 'somebody',
        consultation: newConsultation(),
        rights: nobody,
        activityId,
      };
      const { replies } = await takeTurn({ ...turn, event: { kind: 'text', text } });
      return replies.map(({ label }) => label);
    };
    expect(await said('1', 'oui')).toEqual(['welcome', 'consent']);
    expect(await store.load('participant', 'somebody')).toBeUndefined();
    expect(await store.load('link', 'a-code')).toBeUndefined();
    expect(await said('2', 'oui')).toEqual(['profile']);
    const kept = await store.load('participant', 'somebody');
    expect(kept).toMatchObject({ version: 1, consent: {}, traces: [] });
    expect(kept).not.toHaveProperty('informed');
    await store.close();
  }));

test('what somebody began on is kept once they agree, stays whatever they go on with, and goes with them', () =>
  withTaker(async ({ store, take }) => {
    const kept = async () => (await store.load('participant', 'somebody'))?.device;
    await take('0', { kind: 'joined' }, 0, 'phone');
    expect(await store.load('participant', 'somebody')).toBeUndefined();
    await take('1', tap({ act: 'consent', agree: true }), 0, 'phone');
    expect(await kept()).toBe('phone');
    await take('2', tap({ act: 'profile', decline: true }), 0, 'computer');
    expect(await kept()).toBe('phone');
    await take('3', { kind: 'text', text: 'effacer' }, 0, 'computer');
    await take('4', tap({ act: 'erase', consultation: 'vallee', sure: true }), 0, 'computer');
    expect(await kept()).toBeUndefined();
  }));
