import type { Account, AccountRole } from '#domain/records/account.ts';
import { type Grants, joinGrants } from '#domain/records/grants.ts';
import type { SignInLink } from '#domain/records/sign-in-link.ts';
import { writeForEach } from '../audit/write-for-each.ts';
import type { ApplicationParts } from '../parts.ts';
import { accountsOf, makeAccount } from './accounts.ts';
import { givenByLink } from './given-by-link.ts';
import { useSignInLink } from './sign-in-links.ts';

type EntryParts = Pick<ApplicationParts, 'store' | 'audit' | 'now'>;

/**
 * `operatorName`: what whoever runs the program is called until they say otherwise; `as`: the account of whoever is in
 * already, to which an invitation adds what it opens.
 */
interface LinkEntry {
  readonly secret: string;
  readonly operatorName: string;
  readonly as?: string | undefined;
}

/** Enters by a one-time link; nothing when it opens no more. */
export async function enterByLink(
  parts: EntryParts,
  { secret, ...entry }: LinkEntry,
): Promise<Account | undefined> {
  const to = await useSignInLink(parts, secret);
  const account = to && (await accountFor(to, entry, parts));
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
  const account = await makeAccount(parts, { id: identity, name, role, roles: {} });
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
  { operatorName, as }: Omit<LinkEntry, 'secret'>,
  parts: EntryParts,
): Promise<Account | undefined> {
  switch (to.who) {
    case 'new':
      return invited(to, as, parts);
    case 'account':
      return parts.store.load('account', to.account);
    case 'operator': {
      const owner = (await accountsOf(parts.store)).find(({ role }) => role === 'owner');
      return owner ?? makeAccount(parts, { name: operatorName, role: 'owner', roles: {} });
    }
  }
}

/** An account of their own, or the one they are in with already, with what the invitation opens. */
async function invited(
  to: Extract<SignInLink['to'], { who: 'new' }>,
  as: string | undefined,
  parts: EntryParts,
): Promise<Account | undefined> {
  const grants = await givenByLink(to, parts.store);
  if (grants === undefined) return undefined;
  const known = as === undefined ? undefined : await widened(as, grants, parts);
  const account = known ?? (await makeAccount(parts, { name: to.name, ...grants }));
  const codes = Object.keys(grants.roles);
  for (const [code, role] of Object.entries(grants.roles))
    await writeForEach(parts.audit, account, { action: 'accepted', facts: { role } }, [code]);
  if (known !== undefined && codes.length === 0)
    await parts.audit.write(account, { action: 'accepted', facts: { role: grants.role ?? '' } });
  return account;
}

const widened = async (id: string, grants: Grants, { store }: EntryParts): Promise<Account | undefined> =>
  (await store.update('account', id, (before) => before && withGrants(before, grants))).record;

function withGrants({ role, roles, ...rest }: Account, grants: Grants): Account {
  const both = joinGrants({ role, roles }, grants);
  return { ...rest, ...both, roles: { ...both.roles } };
}
