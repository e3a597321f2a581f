/** At most so many requests in any stretch of so many milliseconds. */
export interface Quota {
  readonly most: number;
  readonly within: number;
}

/** What Teams takes from a bot in one thread ("Optimize your bot with rate limiting in Teams"). */
export const perThread: readonly Quota[] = [
  { most: 7, within: 1000 },
  { most: 8, within: 2000 },
  { most: 60, within: 30_000 },
  { most: 1800, within: 3_600_000 },
];

/** What it takes from a bot in all: the lower of the figures that are published. */
export const perApp: readonly Quota[] = [{ most: 30, within: 1000 }];

/** The time from which one more may go, given when the earlier ones ended, in order. */
export function freeAt(quotas: readonly Quota[], ended: readonly number[]): number {
  const times = quotas.map(({ most, within }) => {
    const before = ended[ended.length - most];
    return before === undefined ? Number.NEGATIVE_INFINITY : before + within;
  });
  return Math.max(Number.NEGATIVE_INFINITY, ...times);
}

/** Those that still count. */
export function counting(quotas: readonly Quota[], ended: readonly number[], now: number): number[] {
  const longest = Math.max(0, ...quotas.map(({ within }) => within));
  return ended.filter((time) => time + longest > now);
}
