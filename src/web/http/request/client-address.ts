import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from 'proxy-addr';

/** The address of whoever sent a request; empty once their connection is gone. */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * Whose address a request comes from: the nearest one that is no trusted proxy, going back along `X-Forwarded-For` for as
 * long as trusted proxies wrote it. IPv4 is told as such, also where a socket writes it as IPv6. Nothing else reads a
 * socket's address: behind a proxy it is the proxy's. `told`: what another node of ours says of a request that it passes on.
 */
export function createClientAddress(
  trusted: readonly string[],
  told: (request: IncomingMessage) => string | undefined = () => undefined,
): ClientAddress {
  const trust = proxyAddr.compile([...trusted]);
  return (request) => {
    const passedOn = told(request);
    if (passedOn !== undefined) return passedOn;
    const near = plain(request.socket.remoteAddress ?? '');
    if (near === '' || trusted.length === 0) return near;
    const far = plain(proxyAddr(request, trust));
    return isIP(far) > 0 ? far : near;
  };
}

/** Whether a request was brought by a trusted proxy itself. */
export function createProxyTrust(trusted: readonly string[]): (request: IncomingMessage) => boolean {
  const trust = proxyAddr.compile([...trusted]);
  return ({ socket }) => trusted.length > 0 && trust(plain(socket.remoteAddress ?? ''), 0);
}

/** Whether an address, a range (CIDR) or a word can be trusted; a range of every address is none. */
export function isTrustable(text: string): boolean {
  if (words.has(text)) return true;
  const [address = ''] = text.split('/');
  if (isIP(address) === 0) return false;
  try {
    return proxyAddr.compile(text) !== undefined;
  } catch {
    return false;
  }
}

/** Ranges that have a name: this machine's own addresses, links', private networks' (RFC 1918, RFC 4193). */
const words: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Without the port that some proxies write behind, and IPv4 out of IPv6. */
function plain(address: string): string {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
}
