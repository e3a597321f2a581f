import type { AccountRole } from '#domain/records/account.ts';
import type { Actor } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';
import { isLastOwner } from './accounts.ts';

/** Somebody of the team may do more, or less; the last owner stays one. */
export async function changeRole(
  { store, audit }: Pick<ApplicationParts, 'store' | 'audit'>,
  actor: Actor,
  { id, role }: { readonly id: string; readonly role: AccountRole },
): Promise<{ readonly outcome: 'done' } | { readonly outcome: 'last-owner' } | NotDone> {
  if (!actor.may('team:write')) return forbidden;
  const who = await store.load('account', id);
  if (who === undefined) return missing;
  if (role !== 'owner' && (await isLastOwner(store, who))) return { outcome: 'last-owner' };
  await store.update('account', id, (before) => before && { ...before, role });
  await audit.write(actor, { action: 'role-changed', facts: { name: who.name, role } });
  return { outcome: 'done' };
}
