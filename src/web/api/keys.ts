import { createHash, randomBytes } from 'node:crypto';
import { type ApiKey, type Scope, scopes } from '#domain/records/api-key.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import { bearerCheck } from '../http/bearer.ts';

/** Whose key came with a call, and what it opens. */
export interface Bearer {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
}

/** The keys of the programming interface. */
export interface ApiKeys {
  /** The oldest first. */
  all(): Promise<readonly ApiKey[]>;
  /** A new key: the only time it is told. */
  make(name: string, scopes: readonly Scope[]): Promise<string>;
  /** The one that was removed, if there was one. */
  remove(id: string): Promise<ApiKey | undefined>;
  /** Of an `Authorization` header; nothing when no such key is known. */
  bearer(authorization: string | undefined): Promise<Bearer | undefined>;
}

/** What the key of the operator's settings is called in the journal. */
const operator = { id: 'key-operator', name: 'FACILITATOR_KEY', scopes };

export function createKeys(store: Store, facilitatorKey: string, now: () => string): ApiKeys {
  const isOperator = bearerCheck(facilitatorKey);
  const all = async () =>
    (await allOf(store, 'api-key')).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  return {
    all,
    async make(name, wanted) {
      const key = `tr_${randomBytes(32).toString('base64url')}`;
      await store.save('api-key', {
        ...{ schema: 1, id: hashed(key), version: 0, name, scopes: [...wanted] },
        ...{ createdAt: now(), end: key.slice(-4) },
      });
      return key;
    },
    async remove(id) {
      const known = await store.load('api-key', id);
      if (known !== undefined) await store.erase('api-key', id);
      return known;
    },
    async bearer(authorization) {
      if (isOperator(authorization)) return operator;
      const borne = /^Bearer +(tr_[\w-]{43})$/i.exec(authorization ?? '')?.[1];
      const key = borne === undefined ? undefined : await store.load('api-key', hashed(borne));
      if (key === undefined) return undefined;
      await used(key, store, now().slice(0, 10));
      return { id: `key-${key.id.slice(0, 12)}`, name: key.name, scopes: key.scopes };
    },
  };
}

/** Written once a day at most; of two calls at once, one writes. */
async function used(key: ApiKey, store: Store, today: string): Promise<void> {
  if (key.usedOn !== today) await store.save('api-key', { ...key, usedOn: today });
}

const hashed = (key: string): string => createHash('sha256').update(key).digest('base64url');
