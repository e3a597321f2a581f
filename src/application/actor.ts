import { type Account, type AccountRole, allows } from '#domain/records/account.ts';
import type { Scope } from '#domain/records/api-key.ts';

/** What may be allowed to whoever acts; each use case asks for one. */
type Right = Scope | 'team:write' | 'access:write' | 'answers:erase';

/** Who acts, whichever way they came: a form of the space, the programming interface, or a chat. */
export interface Actor {
  readonly id: string;
  /** As the audit log calls them; empty: nobody known by name. */
  readonly name: string;
  /** Whether they may; `consultation`: in that one. */
  may(right: Right, consultation?: string): boolean;
}

/** From which role on somebody of the team has a right. */
const leastRole: Readonly<Record<Right, AccountRole>> = {
  'consultations:read': 'reader',
  'results:read': 'reader',
  'exports:read': 'reader',
  'journal:read': 'reader',
  'consultations:write': 'facilitator',
  'texts:read': 'facilitator',
  publish: 'facilitator',
  'team:write': 'owner',
  'access:write': 'owner',
  'answers:erase': 'owner',
};

/** Somebody of the team. */
export const teamMember = ({ id, name, role }: Pick<Account, 'id' | 'name' | 'role'>): Actor => ({
  id,
  name,
  may: (right) => allows(role, leastRole[right]),
});

/** A program, by the scopes of its key. */
export const keyHolder = (key: { id: string; name: string; scopes: readonly Scope[] }): Actor => ({
  id: key.id,
  name: key.name,
  may: (right) => key.scopes.some((scope) => scope === right),
});

/** What those who facilitate in a chat may do, in the consultations that are theirs. */
const inChat: readonly Right[] = ['consultations:read', 'consultations:write', 'results:read', 'publish'];

/** Somebody in a chat, with what they may do in the consultation at hand; `id`: a keyed hash of channel and person. */
export const chatPerson = (
  { id, name }: { readonly id: string; readonly name: string },
  { facilitator, creates }: { readonly facilitator: boolean; readonly creates: boolean },
  consultation: string,
): Actor => ({
  id,
  name,
  may: (right, of) =>
    of === undefined
      ? right === 'consultations:write' && creates
      : facilitator && of === consultation && inChat.includes(right),
});
