import type { Collective } from '#domain/collective.ts';
import type { Store } from '#store/store.ts';

/** What the tables of a consultation's workshops agreed on, in the order in which it was written down. */
export async function tablesOf(store: Store, consultation: string): Promise<readonly Collective[]> {
  const found: Collective[] = [];
  for await (const { record } of store.changes('collective', 0))
    if (record?.consultation === consultation) found.push(record);
  return found.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
