import { oneLine } from '#domain/conversation/one-line.ts';
import { type AccountRole, longestName } from '#domain/records/account.ts';
import { reachRefusal } from '../access/reach.ts';
import type { Actor } from '../actor.ts';
import { writeForEach } from '../audit/write-for-each.ts';
import type { ApplicationParts, NotDone } from '../parts.ts';
import { makeSignInLink } from './sign-in-links.ts';

interface NewMember {
  readonly name: string;
  /** Absent: not one of those there are. */
  readonly role?: AccountRole | undefined;
  /** Codes of those in which it is held; absent: in all, those to come included. */
  readonly consultations?: readonly string[] | undefined;
}

export type InvitationOutcome =
  | { readonly outcome: 'done'; readonly name: string; readonly secret: string }
  | { readonly outcome: 'invalid'; readonly wrong: readonly ('name' | 'role' | 'consultations')[] }
  | NotDone;

/** A one-time link for somebody, with what they may do and where. Whoever is of the team already opens it for more. */
export async function inviteMember(
  parts: Pick<ApplicationParts, 'store' | 'audit' | 'now'>,
  actor: Actor,
  { name: given, role, consultations }: NewMember,
): Promise<InvitationOutcome> {
  const refused = await reachRefusal(parts, actor, 'team:write', consultations);
  if (refused !== undefined) return refused;
  const name = oneLine(given);
  const wrong = [
    ...(name.length > 0 && name.length <= longestName ? [] : (['name'] as const)),
    ...(role === undefined ? (['role'] as const) : []),
    ...(consultations?.length === 0 ? (['consultations'] as const) : []),
  ];
  if (role === undefined || wrong.length > 0) return { outcome: 'invalid', wrong };
  const grants =
    consultations === undefined
      ? { role, roles: {} }
      : { roles: Object.fromEntries(consultations.map((code) => [code, role])) };
  const secret = await makeSignInLink(parts, { who: 'new', name, by: actor.id, ...grants });
  await writeForEach(parts.audit, actor, { action: 'invited', facts: { name, role } }, consultations);
  return { outcome: 'done', name, secret };
}
