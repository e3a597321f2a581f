import { type Found, found, named, none } from '../found.ts';
import { type Amount, type Amounts, readAmounts } from '../numbers/amounts.ts';
import { rank } from '../numbers/position.ts';
import { beforeReasons } from '../words/because.ts';
import { only } from '../words/hedges.ts';
import { lexicon } from '../words/lexicon.ts';
import { isSilent, type Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { alternatives } from './alternatives.ts';
import { matchPoints } from './titles.ts';
import { isNone } from './total.ts';

/** The points (1 to 5) that a reply seems to name, lowest first; numbers and labels must say the same. */
export function findPoint(written: readonly Token[], labels: Vocabulary): Found<number> {
  const tokens = labels.mark(beforeReasons(written, labels));
  const { amounts, isRange, rest } = readAmounts(tokens);
  const label = labelled(rest, labels);
  if (amounts.length === 0) return label.outcome === 'none' ? placed(tokens, labels.titles.length) : label;
  const points = pointsOf({ amounts, isRange, rest }, isNone(labels.tokens[0]));
  if (points.outcome === 'out') return none;
  if (isBare(rest) || isComment(tokens, label)) return points;
  const isDegree = units(rest).every(({ head }) => head === '');
  return isDegree || label.outcome === 'none' ? none : found([...named(points), ...named(label)].sort());
}

function labelled(tokens: readonly Token[], labels: Vocabulary): Found<number> {
  const match = alternatives(tokens, (part) => matchPoints(part, labels));
  return found(named(match).map((index) => index + 1));
}

/** "la dernière", "au milieu", "le maximum", "la moitié". */
function placed(tokens: readonly Token[], count: number): Found<number> {
  const said = found(only(tokens, places));
  return said.outcome === 'none' ? found(named(rank(tokens, count)).map((index) => index + 1)) : said;
}

/** Nothing beside the numbers but hedges ("plutôt"). */
function isBare(rest: readonly Token[]): boolean {
  return units(rest).every(({ head, degree }) => head === '' && degree.denied === undefined && !degree.low);
}

/** "4, c'est pratique": a number first, then words that name no point. */
function isComment(tokens: readonly Token[], label: Found<number>): boolean {
  const stop = tokens.findIndex(isSilent);
  if (stop < 0 || label.outcome !== 'none') return false;
  const [first, then] = [readAmounts(tokens.slice(0, stop)), readAmounts(tokens.slice(stop))];
  return first.amounts.length > 0 && isBare(first.rest) && then.amounts.length === 0;
}

/** What a reply in numbers says on five points; `out` when a number is no point. */
type ScalePoints = Found<number> | { readonly outcome: 'out' };

/**
 * The points (1 to 5) that amounts say. A percentage lies between the first point (0 %) and the last (100 %) and is
 * read as the nearest: under 12.5 is 1, then 37.5, 62.5 and 87.5 part the others. Marks out of 10, 20 and 100 likewise;
 * out of 5 as they are. "4,5" is two points, and so is "3/4", "1/2" three; "entre 3 et 5" is three. Where the first point means none,
 * a share of something, however small, is not that.
 */
function pointsOf({ amounts, isRange }: Amounts, fromNone: boolean): ScalePoints {
  if (amounts.length === 0) return none;
  const points = amounts.map((amount) => aboveNone(amount, pointOf(amount), fromNone));
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
  // "1/2" may be a half, or the one point or the other.
  return [...onScale(value), ...onScale(base)].length === 2 ? [value, base, ...share(value, base)] : [];
}

function aboveNone({ value, percent, base }: Amount, points: readonly number[], fromNone: boolean) {
  const isShare = percent || (base !== undefined && base > 5);
  return fromNone && isShare && value > 0 ? points.map((point) => Math.max(2, point)) : points;
}

function share(value: number, base: number): readonly number[] {
  const part = value / base;
  return part >= 0 && part <= 1 ? [Math.min(5, Math.round(1 + 4 * part))] : [];
}

function onScale(value: number): readonly number[] {
  const points = Number.isInteger(value) ? [value] : [Math.floor(value), Math.ceil(value)];
  return points.every((point) => point >= 1 && point <= 5) ? points : [];
}

const places = lexicon<number>([
  [3, 'moitié, half'],
  [1, 'minimum, mini, le moins possible, tout en bas'],
  [
    3,
    `
    neutre, neutral, moyen, moyennement, milieu, middle, entre les deux, in between, mitigé, ni l’un ni l’autre,
    ni oui ni non, neither, mixed, indifférent, fifty fifty, moitié moitié`,
  ],
  [5, 'maximum, max, maxi, le plus possible, tout en haut, à fond'],
]);
