import type { Snapshot } from '#domain/results/snapshot.ts';
import type { Store } from '#store/store.ts';

type Kept = Pick<Snapshot, 'consultation' | 'at' | 'scenario' | 'label'>;

/** Keeps a released result as it is. Kept twice, it is one moment; the name it was given last stays. */
export async function keepSnapshot(store: Store, kept: Kept): Promise<void> {
  const id = `${kept.consultation}.${kept.at.replace(/\D/g, '')}`;
  const before = await store.load('snapshot', id);
  const label = kept.label ?? before?.label;
  const { consultation, at, scenario } = kept;
  const saved = await store.save('snapshot', {
    ...{ schema: 1, id, version: before?.version ?? 0, consultation, at, scenario },
    ...(label !== undefined && { label }),
  });
  if (saved.outcome === 'conflict') await keepSnapshot(store, kept);
}
