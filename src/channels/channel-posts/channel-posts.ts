import { KeyedQueue } from '#domain/queues/keyed-queue.ts';
import type { ChannelPost } from '#domain/records/channel-post.ts';
import type { Store } from '#store/store.ts';

/** The channels and group chats in which consultations stand, in memory: there are few, and each change of a person asks. */
export interface ChannelPosts {
  /** Those of before the start are known. */
  readonly ready: Promise<void>;
  of(consultation: string): readonly ChannelPost[];
  /** The consultations that stand somewhere. */
  consultations(): readonly string[];
  /** Those of a channel or group chat (a key of `keys.place`), the latest first. */
  at(place: string): readonly ChannelPost[];
  /** Everything that stands in one of these places, or belongs to a team that is one. */
  within(places: readonly (string | undefined)[]): readonly ChannelPost[];
  /** One change of a channel post after the other. `change` returns what to save; nothing: leave it as it is. */
  change(
    id: string,
    change: (channelPost: ChannelPost | undefined) => Promise<ChannelPost | undefined>,
  ): Promise<ChannelPost | undefined>;
  erase(id: string): Promise<void>;
}

export function createChannelPosts(store: Store): ChannelPosts {
  const known = new Map<string, ChannelPost>();
  const inTurn = new KeyedQueue();
  store.watch(({ kind, id, record }) => {
    if (kind !== 'venue') return;
    if (record !== undefined && 'posts' in record) known.set(id, record);
    else known.delete(id);
  });
  const all = (holds: (channelPost: ChannelPost) => boolean) =>
    [...known.values()].filter(holds).toSorted((a, b) => b.since.localeCompare(a.since));
  return {
    ready: readAll(store, known),
    consultations: () => [...new Set([...known.values()].map(({ consultation }) => consultation))],
    of: (consultation) => all((channelPost) => channelPost.consultation === consultation),
    at: (place) => all((channelPost) => channelPost.place === place),
    within: (places) =>
      all(({ place, team }) => places.includes(place) || (team !== undefined && places.includes(team))),
    change: (id, change) =>
      inTurn.run(id, async () => {
        const before = await store.load('venue', id);
        const next = await change(before);
        if (next === undefined) return before;
        const saved = await store.save('venue', { ...next, version: before?.version ?? 0 });
        // It was erased while something was posted: it stays erased.
        return saved.outcome === 'saved' ? saved.record : undefined;
      }),
    erase: (id) => store.erase('venue', id),
  };
}

async function readAll(store: Store, known: Map<string, ChannelPost>): Promise<void> {
  for await (const { id, record } of store.changes('venue', 0)) {
    if (record !== undefined && !known.has(id)) known.set(id, record);
  }
}
