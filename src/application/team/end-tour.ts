import type { Actor } from '../actor.ts';
import type { ApplicationParts } from '../parts.ts';

/** Somebody has taken the tour, or passed over it: it is offered to them no more. */
export async function endTour(
  { store, now }: Pick<ApplicationParts, 'store' | 'now'>,
  { id }: Pick<Actor, 'id'>,
): Promise<void> {
  await store.update('account', id, (before) =>
    before === undefined || before.touredAt !== undefined ? before : { ...before, touredAt: now() },
  );
}
