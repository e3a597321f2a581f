import type { Quota } from '#channels/bot-framework/connector/quota.ts';

/** The most that fall into any stretch of so many milliseconds, counted the slow way. */
const fullest = (times: readonly number[], within: number) =>
  Math.max(0, ...times.map((to) => times.filter((time) => time <= to && time > to - within).length));

/** Whether requests at these times stay within every limit. */
export const fits = (allowances: readonly Quota[], times: readonly number[]) =>
  allowances.every(({ most, within }) => fullest(times, within) <= most);
