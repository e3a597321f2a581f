import type { SignInLink } from '#domain/records/sign-in-link.ts';
import { allOf } from '#store/all-of.ts';
import { type Actor, mayDo } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone } from '../parts.ts';

/** A link that was given out and opens still: for whom, with what, until when. */
export type PendingLink = Pick<SignInLink, 'id' | 'expiresAt'> & {
  readonly to: Extract<SignInLink['to'], { who: 'new' }>;
};

type Parts = Pick<ApplicationParts, 'store' | 'now'>;

/** Links that nobody has opened yet, which whoever looks may take back: theirs, and of an owner of all, everybody's. */
export async function pendingLinks({ store, now }: Parts, actor: Actor): Promise<readonly PendingLink[]> {
  const all = await allOf(store, 'sign-in-link', ({ expiresAt }) => expiresAt > now());
  return all.flatMap(({ id, expiresAt, to }) =>
    to.who === 'new' && (mayDo(actor, 'team:write') || to.by === actor.id) ? [{ id, expiresAt, to }] : [],
  );
}

/** Takes such a link back: it opens nothing any more. */
export async function revokeLink(
  parts: Parts & Pick<ApplicationParts, 'audit'>,
  actor: Actor,
  { id }: { readonly id: string },
): Promise<{ readonly outcome: 'done' } | NotDone> {
  const link = (await pendingLinks(parts, actor)).find((one) => one.id === id);
  if (link === undefined) return missing;
  await parts.store.erase('sign-in-link', id);
  await parts.audit.write(actor, { action: 'link-revoked', facts: { name: link.to.name } });
  return { outcome: 'done' };
}
