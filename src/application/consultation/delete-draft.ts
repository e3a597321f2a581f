import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { moveGrants } from '../team/move-grants.ts';
import { eraseBeside } from './beside.ts';

/** Gives up a consultation that was never open; `unfit`: it was. */
export async function deleteDraft(
  { store, audit, inTurn }: Pick<ApplicationParts, 'store' | 'audit' | 'inTurn'>,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<{ readonly outcome: 'done' } | Unfit | NotDone> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const given = await store.load('consultation', code);
    if (given === undefined) return missing;
    if (given.draft === undefined) return unfit;
    // Before it: a stop in between opens its code to nobody of now.
    await moveGrants(store, code);
    await eraseBeside(store, code);
    await store.erase('consultation', code);
    await audit.write(actor, { action: 'deleted', consultation: code });
    return { outcome: 'done' };
  });
}
