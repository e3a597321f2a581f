import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { AddressProblem } from '#application/access/hook-registry.ts';
import { isLoopbackHost } from '#channels/bot-framework/authentication/loopback.ts';
import { longestHookAddress } from '#domain/records/hook.ts';
import { isPublicAddress } from './public-address.ts';

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<readonly { address: string; family: number }[]>;

/** How far messages go. Private networks are out of reach: whoever owns the space is not whoever runs the machine. */
export interface HookReach {
  /** Whether to this machine as well: only while nobody but this machine reaches the program. */
  readonly thisMachine: boolean;
  readonly resolve?: Resolve;
}

/** Thrown where a name leads inside. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

/** Reads an address as somebody wrote it, and looks where its name leads. */
export async function readHookAddress(
  text: string,
  { thisMachine, resolve = resolved }: HookReach,
): Promise<{ readonly address: string } | { readonly why: AddressProblem }> {
  if (text.length > longestHookAddress || !URL.canParse(text)) return { why: 'no-address' };
  const url = new URL(text);
  const { protocol, username, password, href } = url;
  if (!['http:', 'https:'].includes(protocol) || username !== '' || password !== '')
    return { why: 'no-address' };
  if (url.hash !== '' || href.length > longestHookAddress) return { why: 'no-address' };
  if (isThisMachine(url) && thisMachine) return { address: href };
  if (isLoopbackHost(hostOf(url))) return { why: 'private' };
  if (protocol !== 'https:') return { why: 'not-secure' };
  try {
    await publicAddresses(hostOf(url), resolve);
    return { address: href };
  } catch (error) {
    return { why: error instanceof RefusedAddress ? 'private' : 'unknown-host' };
  }
}

/** Where to connect for an address: looked at each time, for a name may lead elsewhere since it was last asked. */
export async function placesOf(url: URL, { thisMachine, resolve = resolved }: HookReach) {
  if (!isThisMachine(url) || !thisMachine) return publicAddresses(hostOf(url), resolve);
  const name = hostOf(url);
  const all = isIP(name) ? [{ address: name, family: isIP(name) }] : await resolve(name);
  if (!all.every(({ address }) => loopback.has(address))) throw new RefusedAddress(name);
  return all;
}

/** Gives a connection the addresses that were looked at, and asks nobody again. */
export const given =
  (places: readonly { address: string; family: number }[]): LookupFunction =>
  (_name, options, told) => {
    const [first] = places;
    if (first === undefined) told(new RefusedAddress(''), '');
    else if (options.all) told(null, [...places]);
    else told(null, first.address, first.family);
  };

async function publicAddresses(name: string, resolve: Resolve) {
  const family = isIP(name);
  const all = family > 0 ? [{ address: name, family }] : await resolve(name);
  // A name with one address inside is not asked for its others.
  if (all.length === 0 || !all.every(({ address }) => isPublicAddress(address)))
    throw new RefusedAddress(name);
  return all;
}

/** Named as such: another name that leads here is refused. */
const isThisMachine = (url: URL): boolean => ['localhost', '127.0.0.1', '::1'].includes(hostOf(url));
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1']);

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const resolved: Resolve = (name) =>
  new Promise((resolve, reject) => {
    lookup(name, { all: true, verbatim: true }, (error, all) => (error ? reject(error) : resolve(all)));
  });
