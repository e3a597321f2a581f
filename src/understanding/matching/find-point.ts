import { readAmounts } from '../numbers/amounts.ts';
import { pointsOf } from '../numbers/points.ts';
import { rank } from '../numbers/position.ts';
import { beforeReasons } from '../replies/because.ts';
import { hedges } from '../words/hedges.ts';
import { lexicon, only } from '../words/lexicon.ts';
import { isSilent, type Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { alternatives } from './alternatives.ts';
import { type Found, found, named, none } from './found.ts';
import { matchPoints } from './titles.ts';

/** The points (1 to 5) that a reply seems to name, lowest first; numbers and labels must say the same. */
export function findPoint(written: readonly Token[], labels: Vocabulary): Found<number> {
  const tokens = beforeReasons(written, labels);
  const { amounts, isRange, rest } = readAmounts(tokens);
  const label = labelled(rest, labels);
  if (amounts.length === 0) return label.outcome === 'none' ? placed(tokens, labels.titles.length) : label;
  const points = pointsOf({ amounts, isRange, rest });
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
  const said = found(only(tokens, places, hedges));
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
