import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Who sent a request, as far as the connection tells. */
export interface NetworkCaller {
  readonly address: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Whether a request was made on this machine and meant for it: not passed on by a proxy (which would make the whole
 * world local), and not by a page whose site was made to resolve to this machine.
 */
export function isLocalCaller({ address, headers }: NetworkCaller): boolean {
  if (address === undefined || !isLoopback(address)) return false;
  if (proxied.some((name) => headers[name] !== undefined)) return false;
  return headers.origin === undefined && isLoopbackUrl(`http://${headers.host ?? ''}`);
}

/** Whether an address is this machine's own, IPv4 written as IPv6 included. */
function isLoopback(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && own.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whether an http address leads to this machine, by a literal address or by `localhost`, without asking any name server. */
export function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, ''));
}

const proxied = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

const own = new BlockList();
own.addSubnet('127.0.0.0', 8, 'ipv4');
own.addAddress('::1', 'ipv6');
