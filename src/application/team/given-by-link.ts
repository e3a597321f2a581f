import type { Account } from '#domain/records/account.ts';
import type { Grants } from '#domain/records/grants.ts';
import type { SignInLink } from '#domain/records/sign-in-link.ts';
import type { Store } from '#store/store.ts';
import { mayDo, teamMember } from '../actor.ts';

type Invitation = Extract<SignInLink['to'], { who: 'new' }>;

/**
 * What an invitation still opens: no more than whoever made it may give now, so that nobody who was removed comes back
 * by a link of their own; nothing when nothing is left.
 */
export async function givenByLink(
  { role, roles, by }: Invitation,
  store: Pick<Store, 'load'>,
): Promise<Grants | undefined> {
  if (by === undefined) return { role, roles };
  const account = await store.load('account', by);
  return account && limited({ role, roles }, account);
}

function limited({ role, roles }: Grants, by: Account): Grants | undefined {
  const actor = teamMember(by);
  const everywhere = mayDo(actor, 'team:write') ? role : undefined;
  const single = Object.entries(roles).filter(([code]) => mayDo(actor, 'team:write', code));
  if (everywhere === undefined && single.length === 0) return undefined;
  return { ...(everywhere !== undefined && { role: everywhere }), roles: Object.fromEntries(single) };
}
