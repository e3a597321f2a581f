import type { Snapshot } from '#domain/results/snapshot.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';

/** The snapshots of a consultation's results, the latest first. */
export async function snapshotsOf(store: Store, code: string): Promise<readonly Snapshot[]> {
  const all = await allOf(store, 'snapshot', ({ consultation }) => consultation === code);
  return all.sort((a, b) => b.at.localeCompare(a.at));
}

/** Keeps a released result as it is. Kept twice, it is one snapshot; the name it was given last stays. */
export async function saveSnapshot(
  store: Store,
  { consultation, at, scenario, label }: Omit<Snapshot, 'schema' | 'id' | 'version'>,
): Promise<Snapshot> {
  const id = `${consultation}.${at.replace(/\D/g, '')}`;
  const kept = (before?: Snapshot): Snapshot => {
    const name = label ?? before?.label;
    return {
      ...{ schema: 1, id, version: before?.version ?? 0, consultation, at, scenario },
      ...(name !== undefined && { label: name }),
    };
  };
  const { record } = await store.update('snapshot', id, kept);
  return record ?? kept();
}
