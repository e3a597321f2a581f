import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { isLoopbackUrl } from './loopback.ts';

/** A public key of the channel service, and the channels it may speak for. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly endorsements: readonly string[];
}

type Found =
  | { readonly outcome: 'found'; readonly signingKey: SigningKey }
  | { readonly outcome: 'unknown' }
  /** The service that publishes the keys does not answer, and none was ever read. */
  | { readonly outcome: 'unavailable'; readonly error: unknown };

export type FindKey = (kid: string) => Promise<Found>;

/**
 * The keys published at an OpenID metadata address (Bot Connector authentication; RFC 7517), read when first needed and
 * again each day. An unknown key makes them read again, but not more than once in five minutes, whoever asks.
 */
export function createSigningKeys(metadataUrl: string, now: () => number = Date.now): FindKey {
  let keys: ReadonlyMap<string, SigningKey> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  let lastError: unknown;

  const read = () => {
    reading ??= fetchKeys(metadataUrl)
      .then((fetched) => {
        keys = fetched;
      })
      .catch((error: unknown) => {
        lastError = error;
      })
      .finally(() => {
        readAt = now();
        reading = undefined;
      });
    return reading;
  };

  return async (kid) => {
    const age = now() - readAt;
    const missing = keys?.get(kid) === undefined;
    if (age > daily || (missing && age > (keys === undefined ? retry : pause))) await read();
    else if (missing) await reading;
    const signingKey = keys?.get(kid);
    if (signingKey !== undefined) return { outcome: 'found', signingKey };
    return keys === undefined ? { outcome: 'unavailable', error: lastError } : { outcome: 'unknown' };
  };
}

const daily = 24 * 60 * 60 * 1000;
const pause = 5 * 60 * 1000;
/** Between two tries while no key was ever read. */
const retry = 1000;
const patience = 10_000;

const Metadata = z.object({ jwks_uri: z.url() });
const KeySet = z.object({
  keys: z
    .array(
      z.object({
        kty: z.string(),
        kid: z.string().optional(),
        n: z.string().optional(),
        e: z.string().optional(),
        endorsements: z.array(z.string()).optional(),
      }),
    )
    .max(1000),
});

async function fetchKeys(metadataUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = Metadata.parse(await fetchJson(metadataUrl));
  const { keys } = KeySet.parse(await fetchJson(jwks_uri));
  const usable = keys.flatMap(({ kty, kid, n, e, endorsements = [] }) => {
    if (kty !== 'RSA' || kid === undefined || n === undefined || e === undefined) return [];
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
    return [[kid, { key, endorsements }] as const];
  });
  return new Map(usable);
}

/** Keys read over plain http could be anyone's, except from this machine. */
async function fetchJson(url: string): Promise<unknown> {
  if (!url.startsWith('https://') && !isLoopbackUrl(url))
    throw new Error(`Keys are not read from ${url}: not https`);
  const response = await fetch(url, { signal: AbortSignal.timeout(patience), redirect: 'error' });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
