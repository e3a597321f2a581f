import type { Consultation } from '#domain/consultation/consultation.ts';
import { without } from '#domain/consultation/without.ts';
import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import { type Standing, standingOf } from '#scenario/release/group-view.ts';
import type { Store } from '#store/store.ts';
import { agreedStanding } from './standing.ts';

/** What stands here, and what stood in the store as it was made. */
interface Made {
  readonly ours: Standing;
  readonly known: Standing;
}

/**
 * Makes durable what stands of a consultation's results, unless it is gone; resolves to what stands then, which is another node's
 * where that was quicker. `rows`: opinions by role and kind of territory beside a final result; they come first, so that none
 * stands without them.
 */
export async function saveRelease(
  store: Pick<Store, 'load' | 'update' | 'erase'>,
  id: string,
  made: Made,
  rows: CrossTabulation['rows'],
): Promise<Standing> {
  const stored = await store.load('consultation', id);
  let stands = stored === undefined ? made.ours : agreedStanding(made, standingOf(stored));
  await saveRows(store, id, stands, rows);
  const before = stands.final?.at;
  await store.update('consultation', id, (its): Consultation | undefined => {
    if (its === undefined) return undefined;
    stands = agreedStanding(made, standingOf(its));
    return { ...without(its, 'provisional', 'final'), ...stands };
  });
  // Of the same answers: what another node made in between has the same rows.
  if (stands.final?.at !== before) await saveRows(store, id, stands, rows);
  return stands;
}

async function saveRows(
  store: Pick<Store, 'update' | 'erase'>,
  id: string,
  { final }: Standing,
  rows: CrossTabulation['rows'],
): Promise<void> {
  if (final === undefined) await store.erase('cross-tabulation', id);
  else
    await store.update('cross-tabulation', id, (before) =>
      before?.at === final.at ? before : { schema: 1, id, version: 0, at: final.at, rows: [...rows] },
    );
}
