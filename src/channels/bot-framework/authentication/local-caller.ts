import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback, isLoopbackUrl } from './loopback.ts';

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

const proxied = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;
