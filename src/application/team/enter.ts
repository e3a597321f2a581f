import type { Account, AccountRole } from '#domain/records/account.ts';
import type { SignInLink } from '#domain/records/sign-in-link.ts';
import type { ApplicationParts } from '../parts.ts';
import { accountsOf, makeAccount } from './accounts.ts';
import { useSignInLink } from './sign-in-links.ts';

type EntryParts = Pick<ApplicationParts, 'store' | 'audit' | 'now'>;

/** `operatorName`: what whoever runs the program is called until they say otherwise. */
interface LinkEntry {
  readonly secret: string;
  readonly operatorName: string;
}

/** Enters by a one-time link; nothing when it opens no more. */
export async function enterByLink(
  parts: EntryParts,
  { secret, operatorName }: LinkEntry,
): Promise<Account | undefined> {
  const to = await useSignInLink(parts, secret);
  const account = to && (await accountFor(to, operatorName, parts));
  if (account === undefined) await refuseEntry(parts);
  else await parts.audit.write(account, { action: 'entered' });
  return account;
}

/** Somebody whom their organisation knows. */
interface OrganisationEntry {
  /** A keyed hash of the issuer and the person. */
  readonly identity: string;
  readonly name: string;
  /** What the settings say of them. */
  readonly role: AccountRole;
}

/**
 * Enters by an organisation's account, theirs from the first time on. What the settings say of owners holds at each entry;
 * any other role is the team's own to give.
 */
export async function enterByOrganisation(
  parts: EntryParts,
  { identity, name, role }: OrganisationEntry,
): Promise<Account> {
  const { store, audit } = parts;
  const account = await makeAccount(parts, { id: identity, name, role });
  await audit.write(account, { action: 'entered' });
  if (role !== 'owner' || account.role === 'owner') return account;
  const { record = account } = await store.update(
    'account',
    identity,
    (before) => before && { ...before, role },
  );
  await audit.write(account, { action: 'role-changed', facts: { name: account.name, role } });
  return record;
}

/** Somebody was not let in: written down, without anything of whoever it was. */
export const refuseEntry = ({ audit }: Pick<ApplicationParts, 'audit'>): Promise<void> =>
  audit.write({ id: '', name: '' }, { action: 'refused' });

async function accountFor(
  to: SignInLink['to'],
  operatorName: string,
  parts: EntryParts,
): Promise<Account | undefined> {
  switch (to.who) {
    case 'new':
      return makeAccount(parts, to);
    case 'account':
      return parts.store.load('account', to.account);
    case 'operator': {
      const owner = (await accountsOf(parts.store)).find(({ role }) => role === 'owner');
      return owner ?? makeAccount(parts, { name: operatorName, role: 'owner' });
    }
  }
}
