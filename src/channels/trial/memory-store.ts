import { BoundedMap } from '#domain/in-memory/bounded-map.ts';
import type { RecordKind, Records } from '#domain/records/records.ts';
import type { Store } from '#store/store.ts';
import { update } from '#store/update.ts';

type Held = { -readonly [K in RecordKind]?: BoundedMap<Records[K]> };

/** Of each kind, as many are held: whoever was there first goes first. */
const most = 300;

/**
 * A store that keeps nothing: what is saved is held in memory, a bounded number of each kind, and goes with the program. Nobody is
 * told of a change, so nothing that counts people sees it.
 */
export function createMemoryStore(): Store {
  const held: Held = {};
  const of = <K extends RecordKind>(kind: K): BoundedMap<Records[K]> => {
    const known: BoundedMap<Records[K]> | undefined = held[kind];
    if (known !== undefined) return known;
    const made = new BoundedMap<Records[K]>(most);
    const into: { [One in K]?: BoundedMap<Records[One]> } = held;
    into[kind] = made;
    return made;
  };
  const store: Pick<Store, 'load' | 'save'> = {
    load: async (kind, id) => of(kind).get(id),
    async save(kind, record, beside) {
      const before = of(kind).get(record.id);
      if ((before?.version ?? 0) !== record.version) return { outcome: 'conflict' };
      const other = beside && of(beside.kind).get(beside.id);
      if (beside !== undefined && (other?.version ?? 0) !== beside.version) return { outcome: 'conflict' };
      const saved = { ...record, version: record.version + 1 };
      of(kind).put(record.id, saved);
      return { outcome: 'saved', record: saved };
    },
  };
  return {
    ...store,
    update: (kind, id, change, beside) => update(store, kind, id, change, beside),
    erase: async (kind, id) => of(kind).drop(id),
    async eraseMany(kind, ids) {
      for (const id of ids) of(kind).drop(id);
    },
    async forget(kind, id, without) {
      const before = of(kind).get(id);
      if (before !== undefined) of(kind).put(id, without(before));
    },
    eraseLeftovers: async () => 0,
    doubtful: () => [],
    async *changes() {},
    watch: () => () => undefined,
    caughtUp: async () => undefined,
    close: async () => undefined,
  };
}
