import { createHash, randomBytes } from 'node:crypto';
import { type ApiKey, hasEnded } from '#domain/records/api-key.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import type { Actor } from '../actor.ts';
import type { ApplicationParts } from '../parts.ts';
import { mayManage } from './reach.ts';

/** The keys of the programming interface that are whoever acts's to see, the oldest first. */
export const apiKeysOf = async (store: Store, actor: Actor): Promise<readonly ApiKey[]> =>
  (await allOf(store, 'api-key', (one) => mayManage(actor, one))).sort((a, b) =>
    a.createdAt.localeCompare(b.createdAt),
  );

/** A new key's letters. */
export const drawKey = (): string => `tr_${randomBytes(32).toString('base64url')}`;

/** What stands in the store for a key. */
export const keyId = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** The key of these letters, if it is known, at its end or not; the day on which it serves is noted, once a day at most. */
export async function useKey(
  { store, now }: Pick<ApplicationParts, 'store' | 'now'>,
  key: string,
): Promise<ApiKey | undefined> {
  const known = await store.load('api-key', keyId(key));
  if (known === undefined || hasEnded(known, now())) return known;
  const today = now().slice(0, 10);
  // Of two calls at once, one writes.
  if (known.usedOn !== today) await store.save('api-key', { ...known, usedOn: today });
  return known;
}
