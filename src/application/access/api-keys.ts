import { createHash, randomBytes } from 'node:crypto';
import type { ApiKey } from '#domain/records/api-key.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import type { ApplicationParts } from '../parts.ts';

/** The keys of the programming interface, the oldest first. */
export const apiKeysOf = async (store: Store): Promise<readonly ApiKey[]> =>
  (await allOf(store, 'api-key')).sort((a, b) => a.createdAt.localeCompare(b.createdAt));

/** A new key's letters. */
export const drawKey = (): string => `tr_${randomBytes(32).toString('base64url')}`;

/** What stands in the store for a key. */
export const keyId = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** The key of these letters, if it is known; the day on which it serves is noted, once a day at most. */
export async function useKey(
  { store, now }: Pick<ApplicationParts, 'store' | 'now'>,
  key: string,
): Promise<ApiKey | undefined> {
  const known = await store.load('api-key', keyId(key));
  const today = now().slice(0, 10);
  // Of two calls at once, one writes.
  if (known !== undefined && known.usedOn !== today) await store.save('api-key', { ...known, usedOn: today });
  return known;
}
