import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What one node tells another of a request that it passes on: whose it is. Signed, for anybody may write a header. */
export interface ToldAddress {
  /** The header for a request that came from an address. */
  header(address: string): string;
  /** The address that another node told; nothing where none did. */
  of(request: IncomingMessage): string | undefined;
}

export const toldHeader = 'x-trajectoires-from';

/** A header older than that, in milliseconds, tells nothing. */
const livesMs = 60_000;

export function createToldAddress(key: KeyObject, now: () => number = Date.now): ToldAddress {
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    header(address) {
      const told = `${now()} ${address}`;
      return `${told} ${sign(told)}`;
    },
    of({ headers }) {
      const header = headers[toldHeader];
      const [, told = '', at = '', address = '', signed = ''] =
        typeof header === 'string' ? (/^((\d+) (\S*)) ([\w-]+)$/.exec(header) ?? []) : [];
      if (Math.abs(now() - Number(at)) > livesMs || at === '') return undefined;
      const expected = Buffer.from(sign(told));
      const given = Buffer.from(signed);
      return expected.length === given.length && timingSafeEqual(expected, given) ? address : undefined;
    },
  };
}
