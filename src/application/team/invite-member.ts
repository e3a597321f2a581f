import { oneLine } from '#domain/conversation/one-line.ts';
import { type AccountRole, longestName } from '#domain/records/account.ts';
import type { Actor } from '../actor.ts';
import { type ApplicationParts, forbidden } from '../parts.ts';
import { makeSignInLink } from './sign-in-links.ts';

interface NewMember {
  readonly name: string;
  /** Absent: not one of those there are. */
  readonly role?: AccountRole | undefined;
}

export type InvitationOutcome =
  | { readonly outcome: 'done'; readonly name: string; readonly secret: string }
  | { readonly outcome: 'invalid'; readonly wrong: readonly ('name' | 'role')[] }
  | { readonly outcome: 'forbidden' };

/** A one-time link for somebody new, with what they may do. */
export async function inviteMember(
  parts: Pick<ApplicationParts, 'store' | 'audit' | 'now'>,
  actor: Actor,
  { name: given, role }: NewMember,
): Promise<InvitationOutcome> {
  if (!actor.may('team:write')) return forbidden;
  const name = oneLine(given);
  const isName = name.length > 0 && name.length <= longestName;
  if (!isName || role === undefined)
    return {
      outcome: 'invalid',
      wrong: [...(isName ? [] : (['name'] as const)), ...(role === undefined ? (['role'] as const) : [])],
    };
  const secret = await makeSignInLink(parts, { who: 'new', name, role });
  await parts.audit.write(actor, { action: 'invited', facts: { name, role } });
  return { outcome: 'done', name, secret };
}
