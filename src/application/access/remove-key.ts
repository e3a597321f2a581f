import type { Actor } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';

/** A key opens nothing more. */
export async function removeKey(
  { store, audit }: Pick<ApplicationParts, 'store' | 'audit'>,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<{ readonly outcome: 'done' } | NotDone> {
  if (!actor.may('access:write')) return forbidden;
  const known = await store.load('api-key', id);
  if (known === undefined) return missing;
  await store.erase('api-key', id);
  await audit.write(actor, { action: 'key-removed', facts: { name: known.name } });
  return { outcome: 'done' };
}
