import { type Found, found, none } from '../matching/found.ts';
import type { Amount, Amounts } from './amounts.ts';

/** What a reply in numbers says on five points; `out` when a number is no point. */
export type ScalePoints = Found<number> | { readonly outcome: 'out' };

/**
 * The points (1 to 5) that amounts say. A percentage lies between the first point (0 %) and the last (100 %) and is
 * read as the nearest: under 12.5 is 1, then 37.5, 62.5 and 87.5 part the others. Marks out of 10, 20 and 100 likewise;
 * out of 5 as they are. "4,5" is two points, and so is "3/4"; "entre 3 et 5" is three.
 */
export function pointsOf({ amounts, isRange }: Amounts): ScalePoints {
  if (amounts.length === 0) return none;
  const points = amounts.map(pointOf);
  if (points.some((said) => said.length === 0)) return { outcome: 'out' };
  const said = points.flat();
  return found(isRange ? between(Math.min(...said), Math.max(...said)) : said.sort());
}

const between = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, i) => low + i);

/** One point, two for what lies between them, none for what is no point. */
function pointOf({ value, signed, percent, base }: Amount): readonly number[] {
  if (signed) return [];
  if (percent) return share(value, 100);
  if (base === undefined || base === 5) return onScale(value);
  if (base === 10 || base === 20 || base === 100) return share(value, base);
  return [...onScale(value), ...onScale(base)].length === 2 ? [value, base] : [];
}

function share(value: number, base: number): readonly number[] {
  const part = value / base;
  return part >= 0 && part <= 1 ? [Math.min(5, Math.round(1 + 4 * part))] : [];
}

function onScale(value: number): readonly number[] {
  const points = Number.isInteger(value) ? [value] : [Math.floor(value), Math.ceil(value)];
  return points.every((point) => point >= 1 && point <= 5) ? points : [];
}
