import { oneLine } from '#domain/conversation/one-line.ts';
import { longestKeyName, type Scope } from '#domain/records/api-key.ts';
import type { Actor } from '../actor.ts';
import { type ApplicationParts, forbidden } from '../parts.ts';
import { drawKey, keyId } from './api-keys.ts';

interface NewKey {
  readonly name: string;
  /** What it opens. */
  readonly scopes: readonly Scope[];
}

export type KeyOutcome =
  /** `key`: its letters, the only time they are told. */
  | { readonly outcome: 'done'; readonly name: string; readonly key: string }
  | { readonly outcome: 'invalid'; readonly wrong: readonly ('name' | 'scopes')[] }
  | { readonly outcome: 'forbidden' };

/** A key of the programming interface, for another program. */
export async function makeKey(
  { store, audit, now }: Pick<ApplicationParts, 'store' | 'audit' | 'now'>,
  actor: Actor,
  { name: given, scopes }: NewKey,
): Promise<KeyOutcome> {
  if (!actor.may('access:write')) return forbidden;
  const name = oneLine(given);
  const wrong = [
    ...(name === '' || name.length > longestKeyName ? (['name'] as const) : []),
    ...(scopes.length === 0 ? (['scopes'] as const) : []),
  ];
  if (wrong.length > 0) return { outcome: 'invalid', wrong };
  const key = drawKey();
  await store.save('api-key', {
    ...{ schema: 1, id: keyId(key), version: 0, name, scopes: [...scopes] },
    ...{ createdAt: now(), end: key.slice(-4) },
  });
  await audit.write(actor, { action: 'key-made', facts: { name } });
  return { outcome: 'done', name, key };
}
