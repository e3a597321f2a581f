import type { Consultation } from '#domain/consultation/consultation.ts';
import { without } from '#domain/consultation/without.ts';
import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import type { Standing } from '#scenario/release/group-view.ts';
import type { Store } from '#store/store.ts';

/**
 * Makes durable what stands of a consultation's results, unless it is gone. `rows`: opinions by role and kind of territory
 * beside a final result; they come first, so that none stands without them.
 */
export async function saveRelease(
  store: Pick<Store, 'update' | 'erase'>,
  id: string,
  standing: Standing,
  rows: CrossTabulation['rows'],
): Promise<void> {
  const at = standing.final?.at;
  if (at === undefined) await store.erase('cross-tabulation', id);
  else
    await store.update('cross-tabulation', id, (before) =>
      before?.at === at ? before : { schema: 1, id, version: 0, at, rows: [...rows] },
    );
  await store.update(
    'consultation',
    id,
    (stored): Consultation | undefined =>
      stored && { ...without(stored, 'provisional', 'final'), ...standing },
  );
}
