import { createHash } from 'node:crypto';
import { type LogoProblem, readLogo } from '#domain/consultation/logo/read-logo.ts';
import type { Logo } from '#domain/records/logo.ts';
import { type Actor, refusal } from '../actor.ts';
import { type ApplicationParts, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

interface LogoWish {
  readonly code: string;
  /** The file, as it was given. */
  readonly bytes: Uint8Array;
  /** Whether the logo is the one that whoever acts has seen; absent: they do not ask. */
  readonly isExpected?: (logo: Logo | undefined) => boolean;
}

type LogoOutcome =
  | { readonly outcome: 'done'; readonly logo: Logo }
  | { readonly outcome: 'invalid'; readonly problem: LogoProblem }
  /** Somebody else gave or removed one since it was seen. */
  | { readonly outcome: 'changed' }
  | Unfit
  | NotDone;

/** Gives a consultation its logo, in the place of another one; not what was put away. */
export async function setLogo(
  { store, audit, inTurn }: Pick<ApplicationParts, 'store' | 'audit' | 'inTurn'>,
  actor: Actor,
  { code, bytes, isExpected }: LogoWish,
): Promise<LogoOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const read = readLogo(bytes);
  // A draft may take another code meanwhile, and its logo goes with it.
  return inTurn(code, async () => {
    const its = await store.load('consultation', code);
    if (its === undefined) return missing;
    if (its.archivedAt !== undefined) return unfit;
    if ('problem' in read) return { outcome: 'invalid', problem: read.problem };
    const stands = await store.load('logo', code);
    if (isExpected?.(stands) === false) return { outcome: 'changed' };
    const logo = recordOf(code, read.picture);
    await store.update('logo', code, (before) => (before?.print === logo.print ? before : logo));
    await audit.write(actor, { action: 'logo-set', consultation: code });
    return { outcome: 'done', logo };
  });
}

function recordOf(
  id: string,
  picture: Pick<Logo, 'type' | 'width' | 'height'> & { bytes: Uint8Array },
): Logo {
  const { bytes, ...its } = picture;
  const print = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  return { schema: 1, id, version: 0, ...its, print, data: Buffer.from(bytes).toString('base64') };
}
