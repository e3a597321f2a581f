import type { Logo } from '#domain/records/logo.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

interface LogoRemoval {
  readonly code: string;
  /** Whether the logo is the one that whoever acts has seen; absent: they do not ask. */
  readonly isExpected?: (logo: Logo) => boolean;
}

type RemovalOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'unchanged' }
  /** Somebody else gave another one since it was seen. */
  | { readonly outcome: 'changed' }
  | Unfit
  | NotDone;

/** Takes the logo of a consultation away; `unchanged`: it had none. */
export async function removeLogo(
  { store, audit, inTurn }: Pick<ApplicationParts, 'store' | 'audit' | 'inTurn'>,
  actor: Actor,
  { code, isExpected }: LogoRemoval,
): Promise<RemovalOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    if (its === undefined) return missing;
    if (its.archivedAt !== undefined) return unfit;
    const stands = await store.load('logo', code);
    if (stands === undefined) return { outcome: 'unchanged' };
    if (isExpected?.(stands) === false) return { outcome: 'changed' };
    await store.erase('logo', code);
    await audit.write(actor, { action: 'logo-removed', consultation: code });
    return { outcome: 'done' };
  });
}
