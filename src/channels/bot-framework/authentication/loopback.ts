import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';

/** Who sent a request, as far as the connection tells. */
export interface NetworkCaller {
  /** Empty when it is not known. */
  readonly address: string;
  readonly headers: IncomingHttpHeaders;
  readonly httpVersion: string;
}

/**
 * Whether a request was made on this machine and meant for it: not passed on by a proxy (which would make the whole
 * world local), and not by a page whose site was made to resolve to this machine.
 */
export function isLocalCaller({ address, headers, httpVersion }: NetworkCaller): boolean {
  if (!isLoopback(address)) return false;
  // A plain proxy speaks HTTP/1.0, which programs that speak to a bot have left long ago.
  if (httpVersion === '1.0') return false;
  if (Object.keys(headers).some((name) => proxied.test(name))) return false;
  return headers.origin === undefined && isLoopbackUrl(`http://${headers.host ?? ''}`);
}

/**
 * Whether a request shows that others reach the program by a proxy, which need not show on each: its Host is no name of this
 * machine; or a browser says that its page and this address are one site, and the page's is another Host, which a proxy
 * rewrote. No page of another site can have a browser say so (Fetch Metadata, `Sec-Fetch-Site`).
 */
export function showsProxy({ headers }: Pick<NetworkCaller, 'headers'>): boolean {
  if (headers.host !== undefined && !isLoopbackUrl(`http://${headers.host}`)) return true;
  // Of a form of our own pages a browser says `null`, for they tell no referrer.
  const origin = headers.origin === 'null' ? undefined : headers.origin;
  return headers['sec-fetch-site'] === 'same-origin' && origin !== undefined && !isLoopbackUrl(origin);
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
  const known = judged.get(url);
  if (known !== undefined) return known;
  const isLoopback = leadsHere(url);
  if (url.length <= longestJudged) judged.put(url, isLoopback);
  return isLoopback;
}

/** Each request names its host, and nearly all name the same one. */
const judged = new BoundedMap<boolean>(100);
const longestJudged = 300;

function leadsHere(url: string): boolean {
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
