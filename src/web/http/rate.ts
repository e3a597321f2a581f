import { isIP } from 'node:net';
import { BoundedMap } from '#domain/in-memory/bounded-map.ts';

export interface Rate {
  /** Requests that an address may make at once, and each second from then on. */
  readonly burst: number;
  readonly perSecond: number;
}

/** A whole meeting room behind one address may come in at once. */
export const defaultRate: Rate = { burst: 200, perSecond: 2 };

/** A bucket of requests for each address, or for whatever else asks. Says 0, or how many seconds to wait. `now` is in milliseconds. */
export function createRateLimit({ burst, perSecond }: Rate, now: () => number): (address: string) => number {
  const buckets = new BoundedMap<{ left: number; at: number }>(10_000);
  return (address) => {
    const at = now();
    const key = householdOf(address);
    const before = buckets.get(key) ?? { left: burst, at };
    const left = Math.min(burst, before.left + (Math.max(0, at - before.at) / 1000) * perSecond);
    const passes = left >= 1;
    buckets.put(key, { left: passes ? left - 1 : left, at });
    return passes ? 0 : Math.ceil((1 - left) / perSecond);
  };
}

/** A household has one IPv4 address, or all those of an IPv6 /64. */
export function householdOf(address: string): string {
  if (isIP(address) !== 6 || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':');
  const after = tail === undefined ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
