import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import type { ChannelPost } from '#domain/records/channel-post.ts';
import type { ChangeRecord, Store } from '#store/store.ts';

/** The channels and group chats in which consultations stand. */
export interface ChannelPosts {
  /** All of them, once those of before the start are known. */
  known(): Promise<KnownPosts>;
  /** One piece of work at a channel post after the other, on this node. */
  inTurn<T>(id: string, work: () => Promise<T>): Promise<T>;
  /** A change in its turn, decided anew when the record changed meanwhile: it posts nothing. Resolves to what stands then. */
  change(id: string, change: ChangeRecord<ChannelPost>): Promise<ChannelPost | undefined>;
  erase(id: string): Promise<void>;
}

/** They are in memory, as they are now: there are few, and each change of a person asks. */
export interface KnownPosts {
  all(): readonly ChannelPost[];
  of(consultation: string): readonly ChannelPost[];
  /** The consultations that stand somewhere. */
  consultations(): readonly string[];
  /** Those of a channel or group chat (a key of `keys.place`), the latest first. */
  at(place: string): readonly ChannelPost[];
  /** Everything that stands in one of these places, or belongs to a team that is one. */
  within(places: readonly (string | undefined)[]): readonly ChannelPost[];
}

export function createChannelPosts(store: Store): ChannelPosts {
  const posts = new Map<string, ChannelPost>();
  const turns = new KeyedQueue();
  store.watch(({ kind, id, record }) => {
    if (kind !== 'channel-post') return;
    if (record !== undefined) posts.set(id, record);
    else posts.delete(id);
  });
  const reading = readAll(store, posts);
  // Whoever asks is told of a failure.
  reading.catch(() => {});
  const known = knownIn(posts);
  return {
    known: () => reading.then(() => known),
    inTurn: (id, work) => turns.run(id, work),
    change: (id, change) =>
      turns.run(id, async () => (await store.update('channel-post', id, change)).record),
    erase: (id) => store.erase('channel-post', id),
  };
}

function knownIn(posts: ReadonlyMap<string, ChannelPost>): KnownPosts {
  const all = (holds: (channelPost: ChannelPost) => boolean) =>
    [...posts.values()].filter(holds).toSorted((a, b) => b.since.localeCompare(a.since));
  return {
    all: () => all(() => true),
    consultations: () => [...new Set([...posts.values()].map(({ consultation }) => consultation))],
    of: (consultation) => all((channelPost) => channelPost.consultation === consultation),
    at: (place) => all((channelPost) => channelPost.place === place),
    within: (places) =>
      all(({ place, team }) => places.includes(place) || (team !== undefined && places.includes(team))),
  };
}

async function readAll(store: Store, posts: Map<string, ChannelPost>): Promise<void> {
  for await (const { id, record } of store.changes('channel-post', 0)) {
    if (record !== undefined && !posts.has(id)) posts.set(id, record);
  }
}
