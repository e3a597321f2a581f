import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Who sent a request, as far as the connection tells. */
export interface NetworkCaller {
  /** Empty when it is not known. */
  readonly address: string;
  /** Of HTTP: `1.0`, `1.1`. */
  readonly httpVersion: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Whether a request was made on this machine and meant for it: not passed on by a proxy (which would make the whole
 * world local), and not by a page whose site was made to resolve to this machine.
 */
export function isLocalCaller({ address, httpVersion, headers }: NetworkCaller): boolean {
  if (!isLoopback(address)) return false;
  // No client of now speaks it, and a proxy that says nothing of itself mostly does (nginx without `proxy_http_version`).
  if (httpVersion === '1.0') return false;
  if (Object.keys(headers).some((name) => proxied.test(name))) return false;
  return headers.origin === undefined && isLoopbackUrl(`http://${headers.host ?? ''}`);
}

/** Whether an address is this machine's own, IPv4 written as IPv6 included. */
function isLoopback(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && own.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Whether a host as one writes it is this machine: an address of its own, in whatever form, or `localhost`. */
export const isLoopbackHost = (host: string): boolean =>
  host.toLowerCase() === 'localhost' || isLoopback(host.replace(/^\[|\]$/g, ''));

/** Whether an http address leads to this machine, by a literal address or by `localhost`, without asking any name server. */
export function isLoopbackUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  return isLoopbackHost(hostname);
}

/** What proxies write of those they speak for (RFC 7239, RFC 9110, and what came before). */
const proxied =
  /^(forwarded|via|x-forwarded.*|x-real-ip|x-client-ip|x-original-.*|true-client-ip|cf-connecting-ip)$/;

const own = new BlockList();
own.addSubnet('127.0.0.0', 8, 'ipv4');
own.addAddress('::1', 'ipv6');
