import type { Snapshot } from '#domain/results/snapshot.ts';
import type { Store } from '#store/store.ts';

type Kept = Pick<Snapshot, 'consultation' | 'at' | 'scenario' | 'label'>;

/** Keeps a released result as it is. Kept twice, it is one moment; the name it was given last stays. */
export async function keepSnapshot(store: Pick<Store, 'update'>, kept: Kept): Promise<void> {
  const id = `${kept.consultation}.${kept.at.replace(/\D/g, '')}`;
  const { consultation, at, scenario } = kept;
  await store.update('snapshot', id, (before) => {
    const label = kept.label ?? before?.label;
    return {
      ...{ schema: 1, id, version: 0, consultation, at, scenario },
      ...(label !== undefined && { label }),
    };
  });
}
