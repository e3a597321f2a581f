import { oneLine } from '#domain/conversation/one-line.ts';
import { type Account, longestName } from '#domain/records/account.ts';
import { type Actor, mayDo } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone } from '../parts.ts';
import { inTurnOfTeam } from './accounts.ts';

interface Renaming {
  readonly id: string;
  readonly name: string;
  /** Whether they are as whoever acts has seen them; absent: they do not ask. */
  readonly isExpected?: (account: Account) => boolean;
}

export type RenamingOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'invalid' }
  /** Somebody else changed it since it was seen. */
  | { readonly outcome: 'changed' }
  | NotDone;

/** Another name of somebody of the team: their own, or an owner's of all to give. */
export async function renameMember(
  parts: Pick<ApplicationParts, 'store' | 'audit' | 'inTurn'>,
  actor: Actor,
  { id, name: given, isExpected }: Renaming,
): Promise<RenamingOutcome> {
  if (id !== actor.id && !mayDo(actor, 'team:write')) return forbidden;
  const name = oneLine(given);
  if (name === '' || name.length > longestName) return { outcome: 'invalid' };
  return inTurnOfTeam(parts, async () => {
    const before = await parts.store.load('account', id);
    if (before === undefined) return missing;
    if (isExpected?.(before) === false) return { outcome: 'changed' };
    if (before.name === name) return { outcome: 'done' };
    await parts.store.update('account', id, (one) => one && { ...one, name });
    await parts.audit.write(actor, {
      action: 'renamed',
      facts: { name },
      changes: [{ setting: 'name', before: before.name, after: name }],
    });
    return { outcome: 'done' };
  });
}
