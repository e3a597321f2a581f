import type { Account, AccountRole } from '#domain/records/account.ts';
import { roleAt } from '#domain/records/grants.ts';
import { reachRefusal } from '../access/reach.ts';
import type { Actor } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone } from '../parts.ts';
import { inTurnOfTeam, isLastOwner, knownTo } from './accounts.ts';

interface RoleChange {
  readonly id: string;
  /** Absent: none any more. */
  readonly role?: AccountRole | undefined;
  /** The code of the only one in which it is held; absent: in all, those to come included. */
  readonly consultation?: string | undefined;
  /** Whether they are as whoever acts has seen them; absent: they do not ask. */
  readonly isExpected?: (account: Account) => boolean;
}

export type RoleOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'last-owner' }
  /** Somebody else changed it since it was seen. */
  | { readonly outcome: 'changed' }
  | NotDone;

type Parts = Pick<ApplicationParts, 'store' | 'audit' | 'inTurn'>;

/** Somebody of the team may do more, or less, in one consultation or in all; the last owner of all stays one. */
export const changeRole = (parts: Parts, actor: Actor, change: RoleChange): Promise<RoleOutcome> =>
  inTurnOfTeam(parts, () => changed(parts, actor, change));

async function changed(parts: Parts, actor: Actor, change: RoleChange): Promise<RoleOutcome> {
  const { store, audit } = parts;
  const { id, role, consultation, isExpected } = change;
  const within = consultation === undefined ? undefined : [consultation];
  const refused = await reachRefusal(parts, actor, 'team:write', within);
  if (refused !== undefined) return refused;
  const who = await store.load('account', id);
  if (who === undefined || knownTo(actor, who) === undefined) return missing;
  if (isExpected?.(who) === false) return { outcome: 'changed' };
  if (consultation === undefined && role !== 'owner' && (await isLastOwner(store, who)))
    return { outcome: 'last-owner' };
  await store.update('account', id, (before) => before && withRole(before, change));
  await audit.write(actor, {
    action: role === undefined ? 'role-removed' : 'role-changed',
    ...(consultation !== undefined && { consultation }),
    facts: { name: who.name, ...(role !== undefined && { role }) },
    changes: [{ setting: 'role', before: roleAt(who, consultation) ?? '', after: role ?? '' }],
  });
  return { outcome: 'done' };
}

function withRole(
  { role: everywhere, roles, ...rest }: Account,
  { role, consultation }: RoleChange,
): Account {
  if (consultation === undefined) return { ...rest, roles, ...(role !== undefined && { role }) };
  const others = Object.entries(roles).filter(([code]) => code !== consultation);
  const its = role === undefined ? [] : [[consultation, role] as const];
  return {
    ...rest,
    ...(everywhere !== undefined && { role: everywhere }),
    roles: Object.fromEntries([...others, ...its]),
  };
}
