import type { WorkshopResult } from '#domain/results/workshop-result.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';

/** What the tables of a consultation's workshops agreed on, in the order in which it was written down. */
export async function workshopResultsOf(
  store: Store,
  consultation: string,
): Promise<readonly WorkshopResult[]> {
  const found = await allOf(store, 'workshop-result', (one) => one.consultation === consultation);
  return found.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
