import type { RecordKind, Records } from '#domain/records/records.ts';
import { type Beside, type ChangeRecord, type Store, StoreContended, type Updated } from './store.ts';

/** How often a change is decided anew when somebody else saves the same record first. */
const mostTries = 20;

/** `Store.update` for any store that loads and saves with an expected version. */
export async function update<K extends RecordKind>(
  store: Pick<Store, 'load' | 'save'>,
  kind: K,
  id: string,
  change: ChangeRecord<Records[K]>,
  beside: () => Beside | undefined = () => undefined,
): Promise<Updated<Records[K]>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await store.load(kind, id);
    const next = await change(before);
    if (next === undefined || next === before)
      return { outcome: 'unchanged', ...(before !== undefined && { record: before }) };
    const saved = await store.save(kind, { ...next, version: before?.version ?? 0 }, beside());
    if (saved.outcome === 'saved') return saved;
  }
  throw new StoreContended(
    `The same ${kind} was changed elsewhere ${mostTries} times in a row`,
    'See what changes it all the time; the change that failed may be asked for again.',
  );
}
