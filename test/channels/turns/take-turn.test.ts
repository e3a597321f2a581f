import { expect, test } from '@jest/globals';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { createChannelPosts } from '#channels/channel-posts/channel-posts.ts';
import { createKeyMaker } from '#channels/keys.ts';
import { nobody } from '#channels/turns/in-world.ts';
import { createTurnTaker } from '#channels/turns/take-turn.ts';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import type { Event } from '#domain/conversation/event.ts';
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

test('the time given to the conversation is kept, pauses left out, and counts once when a channel repeats itself', () =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    let seconds = 0;
    const now = () => new Date(began + 1000 * seconds).toISOString();
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
    const deed = (i: number, event: Event) =>
      takeTurn({
        key: 'somebody',
        consultation: newConsultation(),
        rights: nobody,
        activityId: `${i}`,
        caller: 'somewhere',
        event,
      });

    for (const [i, [at, event, spent]] of deeds.entries()) {
      seconds = at;
      await deed(i, event);
      expect((await store.load('participant', 'somebody'))?.spent).toBe(spent);
      seconds = at + 5;
      await deed(i, event);
      expect((await store.load('participant', 'somebody'))?.spent).toBe(spent);
    }
    expect(await store.load('participant', 'somebody')).toMatchObject({
      consent: { unclear: true },
      unclear: [{ item: 'mobility-daily', text: 'zzz' }],
    });
    await store.close();
  }));
