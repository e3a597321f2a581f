/** Ways to keep what people say, by the names that `STORAGES` knows. */
const storageNames = ['files', 'postgres-1', 'postgres-3'] as const;
export type StorageName = (typeof storageNames)[number];

/** What of everything is measured, and so started. */
export interface Choice {
  readonly storages: readonly StorageName[];
  /** Whether a side is measured; `storage`: what it keeps people's words in, where it is one of ours. */
  has(key: string, storage?: StorageName): boolean;
}

/** `ONLY=a,direct-line@postgres-3`: sides by their keys, ours on every storage or on one; `STORAGES=files`: on these. Throws on an unknown one. */
export function choose({ ONLY, STORAGES }: Readonly<Record<string, string | undefined>>): Choice {
  const only = listed(ONLY)?.map((one) => one.split('@'));
  const asked = listed(STORAGES) ?? [...storageNames];
  for (const name of [...asked, ...(only ?? []).flatMap(([, storage]) => storage ?? [])])
    if (!isStorage(name)) throw new Error(`There is no storage ${name}: ${storageNames.join(', ')}`);
  const has = (key: string, storage?: StorageName) =>
    only?.some(([one, at]) => one === key && (at === undefined || at === storage)) ?? true;
  const storages = asked.filter(isStorage).filter((name) => ourKeys.some((key) => has(key, name)));
  return { storages, has };
}

/** Our ways in, by their keys. */
export const ourKeys = ['connector', 'replies', 'direct-line'] as const;

const listed = (list: string | undefined) => list?.split(',').map((one) => one.trim());

const isStorage = (name: string): name is StorageName => storageNames.some((one) => one === name);
