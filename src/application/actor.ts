import { type Account, type AccountRole, allows } from '#domain/records/account.ts';
import type { ApiKey, Scope } from '#domain/records/api-key.ts';
import { type Grants, greatestRole, roleIn } from '#domain/records/grants.ts';

/** What may be allowed to whoever acts; each use case asks for one. */
export type Right =
  | Scope
  | 'consultations:create'
  | 'consultations:reopen'
  | 'team:write'
  | 'access:write'
  | 'backups:write';

/** Who acts, whichever way they came: a form of the space, the programming interface, or a chat. */
export interface Actor extends Grants {
  readonly id: string;
  /** As the audit log calls them; empty: nobody known by name. */
  readonly name: string;
  /** Of a program or a chat: all that it may, whatever its role. */
  readonly rights?: readonly Right[];
}

/** From which role on somebody has a right. */
const leastRole: Readonly<Record<Right, AccountRole>> = {
  'consultations:read': 'reader',
  'results:read': 'reader',
  'exports:read': 'reader',
  'journal:read': 'reader',
  'consultations:write': 'facilitator',
  'consultations:create': 'facilitator',
  'texts:read': 'facilitator',
  publish: 'facilitator',
  'team:write': 'owner',
  'access:write': 'owner',
  'backups:write': 'owner',
  'answers:erase': 'owner',
  'consultations:reopen': 'owner',
};

/**
 * Whether whoever acts may do something in a consultation; without one: in all of them, those to come included. A new
 * one is made by whoever facilitates at least one, and is theirs.
 */
export function mayDo(actor: Actor, right: Right, consultation?: string): boolean {
  if (actor.rights !== undefined && !actor.rights.includes(right)) return false;
  // Who creates from a chat may facilitate nothing yet: what a chat or a key may was said when it was opened.
  if (right === 'consultations:create' && actor.rights !== undefined) return true;
  const role = right === 'consultations:create' ? greatestRole(actor) : heldIn(actor, consultation);
  return role !== undefined && allows(role, leastRole[right]);
}

const heldIn = (actor: Actor, consultation: string | undefined) =>
  consultation === undefined ? actor.role : roleIn(actor, consultation);

/** Whether a consultation is there at all for whoever acts. */
export const sees = (actor: Actor, consultation: string): boolean =>
  roleIn(actor, consultation) !== undefined;

/** Why whoever acts may not; nothing: they may. A consultation that they do not see is missing, as one that is not there. */
export function refusal(
  actor: Actor,
  right: Right,
  consultation: string,
): { readonly outcome: 'forbidden' } | { readonly outcome: 'missing' } | undefined {
  if (!sees(actor, consultation)) return { outcome: 'missing' };
  return mayDo(actor, right, consultation) ? undefined : { outcome: 'forbidden' };
}

/** The program itself, which publishes what somebody wished or published before. */
export const program: Actor = { id: 'program', name: '', role: 'owner', roles: {}, rights: ['publish'] };

/** Somebody of the team. */
export const teamMember = ({
  id,
  name,
  role,
  roles,
}: Pick<Account, 'id' | 'name' | 'role' | 'roles'>): Actor => ({
  ...{ id, name, roles },
  ...(role !== undefined && { role }),
});

/** What a key opens, and in which consultations; absent: in all of them. */
type KeyGrants = Pick<ApiKey, 'id' | 'name'> & {
  readonly scopes: readonly Scope[];
  readonly consultations?: readonly string[] | undefined;
};

/**
 * A program, by what its key opens; one that is held to some consultations makes no others. An owner who made the key may
 * have let it erase answers, which nobody less than an owner does.
 */
export const keyHolder = ({ id, name, scopes, consultations }: KeyGrants): Actor => {
  const role = scopes.includes('answers:erase') ? 'owner' : 'facilitator';
  if (consultations !== undefined) return { id, name, roles: inEach(consultations, role), rights: scopes };
  const creates = scopes.includes('consultations:write') ? (['consultations:create'] as const) : [];
  return { ...{ id, name, role, roles: {} }, rights: [...scopes, ...creates] };
};

/** What those who facilitate in a chat may do, in the consultations that are theirs. */
const inChat: readonly Right[] = ['consultations:read', 'consultations:write', 'results:read', 'publish'];

/** Somebody in a chat, with what they may do in the consultation at hand; `id`: a keyed hash of channel and person. */
export const chatPerson = (
  { id, name }: { readonly id: string; readonly name: string },
  { facilitator, creates }: { readonly facilitator: boolean; readonly creates: boolean },
  consultation: string,
): Actor => ({
  ...{ id, name, roles: facilitator ? inEach([consultation]) : {} },
  rights: [...inChat, ...(creates ? (['consultations:create'] as const) : [])],
});

/** As whom a table of a workshop is written down. */
export const tableItself = 'breakout-table';

/** A table of a workshop that enters its own scenario: it is no person, and what it does is for the use case that it runs to bound. */
export const breakoutTable = (name: string, consultation: string): Actor => ({
  ...{ id: tableItself, name, roles: inEach([consultation]), rights: ['consultations:write'] },
});

const inEach = (consultations: readonly string[], role: AccountRole = 'facilitator') =>
  Object.fromEntries(consultations.map((code) => [code, role]));
