import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { createChannelPosts } from '#channels/channel-posts/channel-posts.ts';
import { createKeyMaker } from '#channels/keys.ts';
import { nobody } from '#channels/turns/in-world.ts';
import { createTurnTaker } from '#channels/turns/take-turn.ts';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { createChangeFeed } from '#projections/change-feed.ts';
import { createClusterPool } from '#projections/clusters/draw-clusters.ts';
import { createLiveTallies } from '#projections/live-tallies.ts';
import { createParticipationProjection } from '#projections/participation.ts';
import { openStore } from '#store/files/open.ts';
import { catalogue, newConsultation } from '#test/conversations/world.ts';
import { withFolder } from '#test/store/folders.ts';

const began = Date.parse('2026-11-23T10:00:00.000Z');
const tap = (value: object): Event => ({ kind: 'submit', value });

/** What somebody does, and when: in seconds after the first thing they did. */
const deeds: readonly (readonly [seconds: number, Event, spent: number])[] = [
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
  readonly take: (activityId: string, event: Event, seconds?: number) => Promise<readonly Reply[]>;
}

/** Takes the turns of one person, with a store in a folder of its own. */
const withTaker = (story: (taker: Taker) => Promise<void>) =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    let clock = 0;
    const now = () => new Date(began + 1000 * clock).toISOString();
    const loaded = loadPhrases('catalogue');
    if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
    const catalogues = cataloguesOf([catalogue]);
    const feed = createChangeFeed(store);
    const groups = createLiveTallies({
      store,
      feed,
      catalogues,
      draw: createClusterPool().draw,
      now,
      log: { error: console.error },
    });
    feed.start();
    const takeTurn = createTurnTaker({
      ...{ store, catalogues, tallies: groups, now, phrases: loaded.phrases },
      participation: createParticipationProjection(feed, catalogues),
      keys: createKeyMaker('a secret of this test'),
      channelPosts: createChannelPosts(store),
      recognise: async () => ({ numbers: [] }),
    });
    const consultation = { ...newConsultation(), domains: catalogue.domains.map(({ id }) => id) };
    await story({
      dir,
      store,
      async take(activityId, event, seconds = clock) {
        clock = seconds;
        const { replies } = await takeTurn({
          ...{ key: 'somebody', consultation, rights: nobody, activityId, event },
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
