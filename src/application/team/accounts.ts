import { randomBytes } from 'node:crypto';
import { type Account, type AccountRole, longestName } from '#domain/records/account.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import type { ApplicationParts } from '../parts.ts';

/** Everybody of the team, in the order in which they came. */
export const accountsOf = async (store: Store): Promise<readonly Account[]> =>
  (await allOf(store, 'account')).sort((a, b) => a.createdAt.localeCompare(b.createdAt));

interface NewAccount {
  readonly name: string;
  readonly role: AccountRole;
  /** Absent: drawn. */
  readonly id?: string;
}

/** An account of its own for somebody; of two made at once with the same id, the first stands. */
export async function makeAccount(
  { store, now }: Pick<ApplicationParts, 'store' | 'now'>,
  { name, role, id = randomBytes(9).toString('base64url') }: NewAccount,
): Promise<Account> {
  const time = now();
  const fresh: Account = {
    ...{ schema: 1, id, version: 0, name: name.slice(0, longestName), role },
    ...{ createdAt: time, sessionsFrom: time },
  };
  const { record } = await store.update('account', id, (known) => known ?? fresh);
  return record ?? fresh;
}

/** Whether somebody is an owner and nobody else is: somebody has to be. */
export const isLastOwner = async (store: Store, { id, role }: Account): Promise<boolean> =>
  role === 'owner' && (await accountsOf(store)).every((one) => one.role !== 'owner' || one.id === id);
