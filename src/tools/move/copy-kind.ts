import type { RecordKind, Records } from '#domain/records/records.ts';
import type { Store } from '#store/store.ts';
import { printOf, printsIn } from './prints.ts';
import type { FillableStore } from './side.ts';

/** Records written together: some megabytes, for a catalogue or a picture is as large as hundreds of others. */
const lotOf = (kind: RecordKind): number =>
  ['logo', 'town-draft', 'town-edition'].includes(kind) ? 10 : 200;

interface Copy {
  readonly from: Store;
  readonly to: FillableStore;
  /** Whether a part may be there already. */
  readonly isBegun: boolean;
  /** Told how many of the source's are in the target. */
  readonly tell: (done: number) => void;
}

/**
 * Brings a kind of the target to what the source holds, in the order of their last changes. What is there already and the same is not
 * written again; what the source holds no more, for it was erased since a first try, goes.
 */
export async function copyKind<K extends RecordKind>(
  { from, to, isBegun, tell }: Copy,
  kind: K,
): Promise<void> {
  const there = new Map(isBegun ? await printsIn(to, kind) : []);
  let done = 0;
  let lot: Records[K][] = [];
  const flush = async () => {
    if (lot.length > 0) await to.put(kind, lot);
    lot = [];
    tell(done);
  };
  for await (const { id, record } of from.changes(kind, 0)) {
    if (record === undefined) continue;
    if (there.get(id) !== printOf(record)) lot.push(record);
    there.delete(id);
    done += 1;
    if (lot.length === lotOf(kind)) await flush();
  }
  await flush();
  if (there.size > 0) await to.eraseMany(kind, [...there.keys()]);
}
