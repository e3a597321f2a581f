import type { AccountRole } from '#domain/records/account.ts';
import type { Organisation } from './organisation.ts';
import type { Person } from './person.ts';

/** Whether the space lets somebody in, as what. */
export type OrganisationAdmission =
  | { readonly outcome: 'admitted'; readonly role: Extract<AccountRole, 'owner' | 'reader'> }
  | { readonly outcome: 'unverified' }
  | { readonly outcome: 'not-allowed' };

/** Decided at each entry: whoever is taken from the list is refused the next time. */
export function admission(organisation: Organisation, { email, verified }: Person): OrganisationAdmission {
  const { allowed, owners, trustsEmail } = organisation;
  if (email === undefined || !(verified ?? trustsEmail)) return { outcome: 'unverified' };
  if (!isAllowed(allowed, email)) return { outcome: 'not-allowed' };
  return { outcome: 'admitted', role: owners.includes(email) ? 'owner' : 'reader' };
}

/** Whether a list names an address, or its whole domain; a domain's own subdomains are others. */
export const isAllowed = (allowed: readonly string[], email: string): boolean =>
  allowed.includes(email) || allowed.includes(email.slice(email.lastIndexOf('@')));
