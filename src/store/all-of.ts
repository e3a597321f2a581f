import type { RecordKind, Records } from '#domain/records/records.ts';
import type { Store } from './store.ts';

/** Every record of a kind that is there now, or those that are wanted. */
export async function allOf<K extends RecordKind>(
  store: Pick<Store, 'changes'>,
  kind: K,
  isWanted: (record: Records[K]) => boolean = () => true,
): Promise<Records[K][]> {
  const found: Records[K][] = [];
  for await (const { record } of store.changes(kind, 0))
    if (record !== undefined && isWanted(record)) found.push(record);
  return found;
}
