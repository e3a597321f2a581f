import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

/** Takes the logo of a consultation away; `unchanged`: it had none. */
export async function removeLogo(
  { store, audit, inTurn }: Pick<ApplicationParts, 'store' | 'audit' | 'inTurn'>,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<{ readonly outcome: 'done' } | { readonly outcome: 'unchanged' } | Unfit | NotDone> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    if (its === undefined) return missing;
    if (its.archivedAt !== undefined) return unfit;
    if ((await store.load('logo', code)) === undefined) return { outcome: 'unchanged' };
    await store.erase('logo', code);
    await audit.write(actor, { action: 'logo-removed', consultation: code });
    return { outcome: 'done' };
  });
}
