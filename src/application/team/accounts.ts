import { randomBytes } from 'node:crypto';
import { type Account, longestName } from '#domain/records/account.ts';
import type { Grants } from '#domain/records/grants.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import { type Actor, sees } from '../actor.ts';
import type { ApplicationParts } from '../parts.ts';

/** Everybody of the team, in the order in which they came. */
export const accountsOf = async (store: Store): Promise<readonly Account[]> =>
  (await allOf(store, 'account')).sort((a, b) => a.createdAt.localeCompare(b.createdAt));

/** Somebody of the team as whoever acts may know them: by the consultations that both see; nothing where there are none. */
export function knownTo(actor: Actor, account: Account): Account | undefined {
  if (actor.role !== undefined || account.id === actor.id) return account;
  const shared = Object.entries(account.roles).filter(([code]) => sees(actor, code));
  if (account.role === undefined && shared.length === 0) return undefined;
  return { ...account, roles: Object.fromEntries(shared) };
}

interface NewAccount extends Grants {
  readonly name: string;
  /** Absent: drawn. */
  readonly id?: string;
}

/** An account of its own for somebody; of two made at once with the same id, the first stands. */
export async function makeAccount(
  { store, now }: Pick<ApplicationParts, 'store' | 'now'>,
  { name, role, roles, id = randomBytes(9).toString('base64url') }: NewAccount,
): Promise<Account> {
  const time = now();
  const fresh: Account = {
    ...{ schema: 2, id, version: 0, name: name.slice(0, longestName), roles: { ...roles } },
    ...(role !== undefined && { role }),
    ...{ createdAt: time, sessionsFrom: time },
  };
  const { record } = await store.update('account', id, (known) => known ?? fresh);
  return record ?? fresh;
}

/** Decides who is of the team and as what, one after the other: two owners who demote each other at once leave one. */
export const inTurnOfTeam = <T>(
  { inTurn }: Pick<ApplicationParts, 'inTurn'>,
  change: () => Promise<T>,
): Promise<T> => inTurn('the team', change);

/** Whether somebody is an owner of all and nobody else is: somebody has to be. */
export const isLastOwner = async (store: Store, { id, role }: Account): Promise<boolean> =>
  role === 'owner' && (await accountsOf(store)).every((one) => one.role !== 'owner' || one.id === id);
