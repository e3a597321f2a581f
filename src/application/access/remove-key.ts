import type { Actor } from '../actor.ts';
import { writeForEach } from '../audit/write-for-each.ts';
import { type ApplicationParts, missing, type NotDone } from '../parts.ts';
import { mayManage } from './reach.ts';

/** A key opens nothing more. */
export async function removeKey(
  { store, audit }: Pick<ApplicationParts, 'store' | 'audit'>,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<{ readonly outcome: 'done' } | NotDone> {
  const known = await store.load('api-key', id);
  if (known === undefined || !mayManage(actor, known)) return missing;
  await store.erase('api-key', id);
  await writeForEach(
    audit,
    actor,
    { action: 'key-removed', facts: { name: known.name } },
    known.consultations,
  );
  return { outcome: 'done' };
}
