import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { createChannelPosts } from '#channels/channel-posts/channel-posts.ts';
import { createKeyMaker, type KeyMaker } from '#channels/keys.ts';
import type { Surroundings } from '#channels/turns/surroundings.ts';
import { createTurnTaker } from '#channels/turns/taking/take-turn.ts';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import { createChangeFeed } from '#projections/change-feed.ts';
import { createClusterPool } from '#projections/clusters/draw-clusters.ts';
import { createFreeTexts } from '#projections/free-texts.ts';
import { createLiveTallies } from '#projections/live-tallies.ts';
import { createParticipationProjection } from '#projections/participation.ts';
import { createRoomProjection } from '#projections/room.ts';
import { createInProcessMemory } from '#store/shared/in-process-memory.ts';
import type { Store } from '#store/store.ts';
import { catalogue } from '#test/conversations/world.ts';
import { releasing } from '#test/projections/releasing.ts';

/** Takes turns on a store, with no channel, at the time that it is told. */
export const turnTaker = (store: Store, now: () => string, keys?: KeyMaker) =>
  createTurnTaker(surroundingsOf(store, now, keys));

/** What a turn needs around it, on a store. */
export function surroundingsOf(
  store: Store,
  now: () => string,
  keys = createKeyMaker('a secret of this test'),
): Surroundings {
  const loaded = loadPhrases('catalogue');
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  const catalogues = cataloguesOf([catalogue]);
  const feed = createChangeFeed(store);
  const { draw } = createClusterPool();
  const parts = { store, feed, catalogues, draw, now, ...releasing() };
  const tallies = createLiveTallies({ ...parts, log: { error: console.error } });
  const texts = createFreeTexts(feed);
  feed.start();
  return {
    ...{ store, catalogues, tallies, now, phrases: loaded.phrases },
    memory: createInProcessMemory(),
    texts,
    participation: createParticipationProjection(
      feed,
      catalogues,
      async (its) => (await tallies.participationIn(its)).took,
    ),
    keys,
    room: createRoomProjection(store),
    channelPosts: createChannelPosts(store),
    turns: parts.turns,
    recognise: async () => ({ numbers: [] }),
  };
}
