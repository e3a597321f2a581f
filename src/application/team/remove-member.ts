import type { Actor } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';
import { isLastOwner } from './accounts.ts';

/** Somebody is of the team no longer; the last owner stays. */
export async function removeMember(
  { store, audit }: Pick<ApplicationParts, 'store' | 'audit'>,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<{ readonly outcome: 'done' } | { readonly outcome: 'last-owner' } | NotDone> {
  if (!actor.may('team:write')) return forbidden;
  const who = await store.load('account', id);
  if (who === undefined) return missing;
  if (await isLastOwner(store, who)) return { outcome: 'last-owner' };
  await store.erase('account', id);
  await audit.write(actor, { action: 'removed', facts: { name: who.name } });
  return { outcome: 'done' };
}
