import type { Store } from '#store/store.ts';
import type { Actor } from '../actor.ts';

/** A new consultation is whoever's made it, unless all are theirs already. A program, or somebody in a chat, has no account. */
export async function makeOwner(
  store: Pick<Store, 'update'>,
  { id }: Actor,
  consultation: string,
): Promise<void> {
  await store.update('account', id, (before) =>
    before === undefined || before.role === 'owner'
      ? before
      : { ...before, roles: { ...before.roles, [consultation]: 'owner' } },
  );
}
