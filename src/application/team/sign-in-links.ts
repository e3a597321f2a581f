import { createHash, randomBytes } from 'node:crypto';
import type { SignInLink } from '#domain/records/sign-in-link.ts';
import type { ApplicationParts } from '../parts.ts';

type LinkParts = Pick<ApplicationParts, 'store' | 'now'>;

const lastsDays = 7;

/** A one-time link's secret, for whom it says; the record holds its hash alone. */
export async function makeSignInLink({ store, now }: LinkParts, to: SignInLink['to']): Promise<string> {
  const { secret, id } = newLinkSecret();
  await keepLink({ store, now }, id, to);
  return secret;
}

/** A secret, and the hash by which the record of its link is kept. */
export function newLinkSecret(): { readonly secret: string; readonly id: string } {
  const secret = randomBytes(24).toString('base64url');
  return { secret, id: hashed(secret) };
}

/** The link of a secret that was drawn before opens from now on. */
export async function keepLink({ store, now }: LinkParts, id: string, to: SignInLink['to']): Promise<void> {
  const expiresAt = new Date(Date.parse(now()) + lastsDays * 86_400_000).toISOString();
  await store.save('sign-in-link', { schema: 2, id, version: 0, expiresAt, to });
}

/** A link that still opens, which leaves it as it is: a messenger that looks at links uses none up. */
export async function findSignInLink(
  { store, now }: LinkParts,
  secret: string,
): Promise<SignInLink | undefined> {
  const entry = await store.load('sign-in-link', hashed(secret));
  return entry !== undefined && entry.expiresAt > now() ? entry : undefined;
}

/** Opens a link, once: whom it is for. */
export async function useSignInLink(
  { store, now }: LinkParts,
  secret: string,
): Promise<SignInLink['to'] | undefined> {
  const entry = await findSignInLink({ store, now }, secret);
  // Of two who open it at once, one saves first.
  const taken = entry && (await store.save('sign-in-link', { ...entry, expiresAt: now() }));
  if (entry === undefined || taken?.outcome !== 'saved') return undefined;
  await store.erase('sign-in-link', entry.id);
  return entry.to;
}

/** Forgets links past their time and, where this node is `alone`, those of earlier starts: others' are good while they run. */
export async function forgetOldLinks({ store, now }: LinkParts, alone: boolean): Promise<void> {
  for await (const { record } of store.changes('sign-in-link', 0))
    if (record && (record.expiresAt <= now() || (alone && record.to.who === 'operator')))
      await store.erase('sign-in-link', record.id);
}

const hashed = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url').slice(0, 43);
