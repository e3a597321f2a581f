import type { Actor } from '../actor.ts';
import type { ApplicationParts } from '../parts.ts';

/** Ends every session of somebody of the team. */
export async function signOut(
  { store, audit, now }: Pick<ApplicationParts, 'store' | 'audit' | 'now'>,
  actor: Actor,
): Promise<void> {
  await store.update('account', actor.id, (before) => before && { ...before, sessionsFrom: now() });
  await audit.write(actor, { action: 'left' });
}
