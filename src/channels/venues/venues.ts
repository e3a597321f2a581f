import type { Venue } from '#domain/venue.ts';
import type { Store } from '#store/store.ts';
import { createQueue } from '../in-turn.ts';

/** The channels and group chats in which consultations stand, in memory: there are few, and each change of a person asks. */
export interface Venues {
  /** Those of before the start are known. */
  readonly ready: Promise<void>;
  of(consultation: string): readonly Venue[];
  /** The consultations that stand somewhere. */
  consultations(): readonly string[];
  /** Those of a channel or group chat (a key of `keys.place`), the latest first. */
  at(place: string): readonly Venue[];
  /** Everything that stands in one of these places, or belongs to a team that is one. */
  within(places: readonly (string | undefined)[]): readonly Venue[];
  /** One change of a venue after the other. `change` returns what to save; nothing: leave it as it is. */
  change(
    id: string,
    change: (venue: Venue | undefined) => Promise<Venue | undefined>,
  ): Promise<Venue | undefined>;
  erase(id: string): Promise<void>;
}

export function createVenues(store: Store): Venues {
  const known = new Map<string, Venue>();
  const inTurn = createQueue();
  store.watch(({ kind, id, record }) => {
    if (kind !== 'venue') return;
    if (record !== undefined && 'posts' in record) known.set(id, record);
    else known.delete(id);
  });
  const all = (holds: (venue: Venue) => boolean) =>
    [...known.values()].filter(holds).toSorted((a, b) => b.since.localeCompare(a.since));
  return {
    ready: readAll(store, known),
    consultations: () => [...new Set([...known.values()].map(({ consultation }) => consultation))],
    of: (consultation) => all((venue) => venue.consultation === consultation),
    at: (place) => all((venue) => venue.place === place),
    within: (places) =>
      all(({ place, team }) => places.includes(place) || (team !== undefined && places.includes(team))),
    change: (id, change) =>
      inTurn(id, async () => {
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

async function readAll(store: Store, known: Map<string, Venue>): Promise<void> {
  for await (const { id, record } of store.changes('venue', 0)) {
    if (record !== undefined && !known.has(id)) known.set(id, record);
  }
}
