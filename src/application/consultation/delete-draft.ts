import type { Actor } from '../actor.ts';
import { type ApplicationParts, forbidden, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

/** Gives up a consultation that was never open; `unfit`: it was. */
export async function deleteDraft(
  { store, audit, inTurn }: Pick<ApplicationParts, 'store' | 'audit' | 'inTurn'>,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<{ readonly outcome: 'done' } | Unfit | NotDone> {
  if (!actor.may('consultations:write', code)) return forbidden;
  return inTurn(code, async () => {
    const given = await store.load('consultation', code);
    if (given === undefined) return missing;
    if (given.draft === undefined) return unfit;
    await store.erase('consultation', code);
    await audit.write(actor, { action: 'deleted', consultation: code });
    return { outcome: 'done' };
  });
}
