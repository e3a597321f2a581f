import { type AccountRole, allows } from './account.ts';

/** What is open to somebody, and where. */
export interface Grants {
  /** In every consultation, those to come included; absent: in none but those of `roles`. */
  readonly role?: AccountRole | undefined;
  /** By the consultation's code, beside that. */
  readonly roles: Readonly<Record<string, AccountRole>>;
}

/** The role held in a consultation; nothing: it is as if it were not there. */
export function roleIn({ role, roles }: Grants, consultation: string): AccountRole | undefined {
  return most([role, own(roles, consultation)]);
}

/** The role given for a consultation alone or, without one, for all of them: whatever else is held. */
export const roleAt = ({ role, roles }: Grants, consultation: string | undefined): AccountRole | undefined =>
  consultation === undefined ? role : own(roles, consultation);

/** The greatest role held anywhere. */
export const greatestRole = ({ role, roles }: Grants): AccountRole | undefined =>
  most([role, ...Object.values(roles)]);

/** Both together: each place at the greater of its two roles. */
export function joinGrants(one: Grants, other: Grants): Grants {
  const role = most([one.role, other.role]);
  const codes = new Set([...Object.keys(one.roles), ...Object.keys(other.roles)]);
  const roles = [...codes].flatMap((code) => {
    const its = most([own(one.roles, code), own(other.roles, code)]);
    return its === undefined ? [] : [[code, its] as const];
  });
  return { ...(role !== undefined && { role }), roles: Object.fromEntries(roles) };
}

// A code comes from an address: `constructor` is no role.
const own = (roles: Grants['roles'], code: string) => (Object.hasOwn(roles, code) ? roles[code] : undefined);

const most = (held: readonly (AccountRole | undefined)[]): AccountRole | undefined =>
  held.reduce((a, b) => (a === undefined || (b !== undefined && allows(b, a)) ? b : a), undefined);
