import { type Actor, mayDo } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';
import { inTurnOfTeam, isLastOwner } from './accounts.ts';

type RemovalOutcome = { readonly outcome: 'done' } | { readonly outcome: 'last-owner' } | NotDone;

/** Somebody is of the team no longer, anywhere; the last owner stays. */
export async function removeMember(
  parts: Pick<ApplicationParts, 'store' | 'audit' | 'inTurn'>,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<RemovalOutcome> {
  if (!mayDo(actor, 'team:write')) return forbidden;
  const { store, audit } = parts;
  return inTurnOfTeam(parts, async () => {
    const who = await store.load('account', id);
    if (who === undefined) return missing;
    if (await isLastOwner(store, who)) return { outcome: 'last-owner' };
    await store.erase('account', id);
    await audit.write(actor, { action: 'removed', facts: { name: who.name } });
    return { outcome: 'done' };
  });
}
