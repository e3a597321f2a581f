import type { Consultation } from '#domain/consultation/consultation.ts';
import { without } from '#domain/consultation/without.ts';
import type { Application } from '../parts.ts';

export type BeginParts = Pick<Application, 'store' | 'now' | 'inTurn' | 'groupOf' | 'participationOf'>;

/**
 * The mark comes first: from it on nobody answers, what was released is all that is shown, and a start goes on with what a
 * stop cut short. Nothing when the answers are erased already, or the consultation is gone.
 */
export async function beginErasure(parts: BeginParts, code: string): Promise<Consultation | undefined> {
  const { store, now, inTurn, groupOf, participationOf } = parts;
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    if (its === undefined || its.draft || its.erasure !== undefined) return undefined;
    // Whoever may still answer will not any more: what stays is the final result of all who did.
    const group = await groupOf({ ...its, closed: true });
    const how = await participationOf(its);
    const marked = await store.update('consultation', code, (before) => {
      if (before === undefined || before.erasure !== undefined) return undefined;
      const { posting: _, quotes: __, provisional: ___, final, ...kept } = before;
      return {
        ...without({ ...kept, closed: true }, 'warned'),
        // A result that was withdrawn, for too few were left, stays so.
        ...(group.state === 'released' && final && { final }),
        erasure: { beganAt: now(), ...how },
      };
    });
    return marked.outcome === 'saved' ? marked.record : undefined;
  });
}
