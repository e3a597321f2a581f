import type { Wording } from './wording.ts';

/** A share (0..1) of n people as it is said: exact for fewer than ten people, else in tenths, never rounded to none or all. */
export function people(share: number, n: number, { say }: Wording): string {
  const count = Math.round(share * n);
  if (count === 0) return say('card.share.none');
  if (count === n) return say('card.share.all', { n });
  if (n < 10) return say('card.share.of', { count, n });
  const tenths = Math.round(share * 10);
  if (tenths === 0) return say('card.share.under-one');
  if (tenths === 10) return say('card.share.over-nine');
  const isExact = count * 10 === tenths * n;
  return isExact
    ? say('card.share.of', { count: tenths, n: 10 })
    : say('card.share.about', { count: tenths });
}

/** A share (0..1) in per cent, without digits after the point. */
export const percent = (share: number): number => Math.round(share * 100);

/** Van der Eijk's A in words. */
export function agreement(a: number, { say }: Wording): string {
  if (a >= 0.6) return say('card.agreement.strong');
  if (a >= 0.3) return say('card.agreement.fair');
  return a >= 0 ? say('card.agreement.weak') : say('card.agreement.opposed');
}
