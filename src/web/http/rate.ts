import { isIP } from 'node:net';
import type { SharedMemory } from '#store/shared/shared-memory.ts';

export interface Rate {
  /** Requests that an address may make at once, and each second from then on. */
  readonly burst: number;
  readonly perSecond: number;
}

/** A whole meeting room behind one address may come in at once. */
export const defaultRate: Rate = { burst: 200, perSecond: 2 };

/** Says 0, or how many seconds whoever asks is to wait: for each address, or for whatever else asks. */
type Limit = (key: string) => Promise<number>;

/** A limit by its name: on whichever node a request comes in, it counts once. */
export type MakeLimit = (name: string, rate: Rate) => Limit;

/** Requests overtake each other on their way from several nodes: none gives anew what one gave that was so many milliseconds later. */
const overtaken = 10_000;

/** A bucket of requests for each key. `now` is in milliseconds. */
export function createLimits(memory: Pick<SharedMemory, 'change'>, now: () => number): MakeLimit {
  return (name, { burst, perSecond }) => {
    const full = Math.ceil((burst / perSecond) * 1000);
    const read = (bucket: string | undefined, at: number) => {
      const [before = burst, since = at] = bucket?.split(' ').map(Number) ?? [];
      return { left: Math.min(burst, before + (Math.max(0, at - since) / 1000) * perSecond), since };
    };
    return async (key) => {
      const at = now();
      const before = await memory.change(`rate ${name}`, householdOf(key), full, (bucket) => {
        const { left, since } = read(bucket, at);
        return `${left >= 1 ? left - 1 : left} ${since - at < overtaken ? Math.max(since, at) : at}`;
      });
      const { left } = read(before, at);
      return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond);
    };
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
