import { type Horizon, horizons } from '#domain/participant/ballot.ts';
import { lexicon, type Phrase } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';
import { decimal } from './decimal.ts';

/** What a moment may mean: one horizon, or several when it does not say enough; none when it is too far to be meant. */
export type Moments = readonly (Horizon | 'dont-know' | 'past')[];

/** A length of time from now ("dans dix ans", "5 to 10 years") or a calendar year ("d'ici 2035") that begins here. */
export function spanAt(
  tokens: readonly Token[],
  at: number,
  year: number | undefined,
): Phrase<Moments> | undefined {
  const bound = bounds(tokens, at);
  if (bound === undefined && isWithin(tokens[at - 1])) return undefined;
  let next = at + (bound?.length ?? 0);
  const low = numberAt(tokens, next);
  if (low === undefined) return undefined;
  next += low.length;
  const joint = joints(tokens, next);
  const high = joint && numberAt(tokens, next + joint.length);
  if (joint !== undefined && high !== undefined) next += joint.length + high.length;
  const unit = units(tokens, next);
  const from = low.value * (unit?.meaning ?? 1);
  const to = (high ?? low).value * (unit?.meaning ?? 1);
  if (unit === undefined && !(isYear(from) && isYear(to))) return undefined;
  next += unit?.length ?? 0;
  const more = suffixes(tokens, next);
  const side = more?.meaning ?? bound?.meaning ?? 'at';
  const length = next + (more?.length ?? 0) - at;
  if (unit !== undefined) return { meaning: side === 'since' ? ['now'] : meant(side, from, to), length };
  return { meaning: year === undefined ? dated : meant(side, from - year, to - year), length };
}

/** Which side of a moment is meant; `by` is "d'ici", `less` is "moins de". */
type Side = 'at' | 'by' | 'less' | 'beyond' | 'decade' | 'ago' | 'since';

/** After a preposition a length of time belongs to something else: "ma mère de 83 ans". */
const isWithin = (before: Token | undefined): boolean =>
  /^(?:de|d|of|aged|a|agee?s?)$/.test(before?.text ?? '');

/** Further than anybody looks: "dans 1 200 mois". */
const furthest = 99;

const dated = horizons.filter((horizon) => horizon !== 'never');

const isYear = (value: number) => Number.isInteger(value) && value >= 1900 && value < 2200;

/** Everything that the years from `from` to `to` may mean. "D'ici 5 ans" is under five; "d'ici 10 ans" is about then. */
function meant(side: Side, from: number, to: number): Moments {
  if (side === 'ago' || to < 0) return side === 'since' ? ['now'] : ['past'];
  if (from > furthest) return [];
  switch (side) {
    case 'since':
      return ['now'];
    case 'at':
      return between(band(Math.min(from, to)), band(Math.max(from, to)));
    case 'decade':
      return between(band(from), band(to + 9));
    case 'by':
      return to > 0 && to <= 5 ? ['under-5'] : [band(to)];
    case 'less':
      return to <= 5 ? ['under-5'] : between('under-5', band(to));
    case 'beyond':
      return from >= 10 ? ['over-10'] : between(band(from), 'over-10');
  }
}

function band(years: number): Horizon {
  if (years <= 0) return 'now';
  if (years < 5) return 'under-5';
  return years <= 10 ? '5-to-10' : 'over-10';
}

function between(first: Horizon, last: Horizon): Moments {
  return horizons.slice(horizons.indexOf(first), horizons.indexOf(last) + 1);
}

/** A number, or an article before a unit ("un an"). */
function numberAt(tokens: readonly Token[], at: number): { value: number; length: number } | undefined {
  const isArticle = oneOf.has(tokens[at]?.text ?? '') && units(tokens, at + 1) !== undefined;
  return isArticle ? { value: 1, length: 1 } : decimal(tokens, at);
}

const oneOf = new Set(['un', 'une', 'one', 'a', 'an']);

const bounds = lexicon<Side>([
  [
    'at',
    `
    dans, en, vers, autour de, dans environ, dans à peu près, à l’horizon, à l’horizon de, horizon, en
    l’an, entre, in, in about, in around, around, about, between, in between`,
  ],
  ['ago', 'il y a, y a, il y a environ, ça fait, cela fait, ça fait déjà'],
  ['since', 'depuis, depuis environ, since, for the last, for the past'],
  ['decade', 'années, les années, dans les années, the years'],
  [
    'by',
    'dans les, in the next, within the next, over the next, d’ici, d’ici à, d’ici environ, d’ici l’an, avant, by, by about, within, before',
  ],
  [
    'less',
    `
    moins de, dans moins de, en moins de, d’ici moins de, sous, - de, -, <, under, in under, less than, in less
    than, fewer than, in fewer than`,
  ],
  [
    'beyond',
    `
    plus de, dans plus de, au-delà de, après, pas avant, au moins, dans au moins, + de, +, >, over, in over,
    more than, in more than, beyond, after, not before, at least, in at least`,
  ],
]);

const joints = lexicon([['-', '-, à, et, ou, to, and, or']]);
const suffixes = lexicon<Side>([
  ['beyond', 'et plus, ou plus, au moins, or more, and more, +, minimum'],
  ['by', 'max, maxi, maximum, grand maximum, au plus, au plus tard, at most, at the latest, tops'],
  ['decade', 's'],
  ['ago', 'ago, plus tôt, auparavant, passés, passées, avant, earlier'],
]);

/** In years. */
const units = lexicon<number>([
  [1, 'an, ans, année, années, annee, year, years, yr, yrs'],
  [1, 'prochaines années, années à venir, ans à venir'],
  [1 / 12, 'mois, month, months'],
  [10, 'décennie, décennies, decade, decades'],
  [100, 'siècle, siècles, century, centuries'],
]);
