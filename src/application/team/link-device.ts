import type { Actor } from '../actor.ts';
import type { ApplicationParts } from '../parts.ts';
import { makeSignInLink } from './sign-in-links.ts';

/** A one-time link by which somebody of the team enters on another device. */
export async function linkDevice(
  parts: Pick<ApplicationParts, 'store' | 'audit' | 'now'>,
  actor: Actor,
): Promise<string> {
  const secret = await makeSignInLink(parts, { who: 'account', account: actor.id });
  await parts.audit.write(actor, { action: 'linked' });
  return secret;
}
