import type { Wording } from './wording.ts';

/** A value with the ends of its interval. */
interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A difference with its sign and so many digits after the comma: "+12", "−0,4". */
export function signed(value: number, digits: number, { language }: Pick<Wording, 'language'>): string {
  const format = new Intl.NumberFormat(language, {
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' },
  } as const);
  return format.format(value).replace('-', '−');
}

/** A difference of two shares, 0..1, in points: "+12 points". */
export const points = (share: number, wording: Wording): string =>
  wording.say('outcome.compare.points', { points: ofHundred(share, wording) });

/** The same with its interval: "+12 points (entre +3 et +21)". */
export const pointsWithMargin = ({ value, low, high }: Interval, wording: Wording): string =>
  wording.say('outcome.compare.margin', {
    ...{ points: ofHundred(value, wording), low: ofHundred(low, wording), high: ofHundred(high, wording) },
  });

const ofHundred = (share: number, wording: Wording): string => signed(Math.round(share * 100), 0, wording);
