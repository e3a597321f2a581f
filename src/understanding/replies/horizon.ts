import { type Horizon, horizons } from '#domain/participant/ballot.ts';
import { type Found, found } from '../found.ts';
import { type Moments, spanAt } from '../numbers/span.ts';
import type { Option } from '../reading.ts';
import { type Lexicon, lexicon, without } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';

/** What a reply says about when, and the reply without it. */
interface When {
  readonly horizon: Found<Horizon | 'dont-know'>;
  /** A moment of the past is named: it says nothing of when this will come. */
  readonly isPast: boolean;
  readonly rest: readonly Token[];
}

/**
 * The horizons a reply names, by their titles, in everyday words, in years from now or by a calendar year: under 5
 * years, 5 to 10 (both included), over 10. What falls in several ("dans 3 à 8 ans") names several; so does a calendar
 * year as long as the present one is not known.
 */
export function readHorizon(
  tokens: readonly Token[],
  options: readonly Option[],
  year: number | undefined,
  isOpinion: Lexicon<unknown>,
): When {
  const titles = lexicon<Moments>(horizons.map((id) => [[id], titlesOf(id, options)]));
  const find = longestOf([titles, moments, (all, at) => spanAt(all, at, year)]);
  const { rest, found: said } = without(tokens, (all, at) => {
    const when = find(all, at);
    // "Jamais de la vie" is an opinion, not a date.
    return (isOpinion(all, at)?.length ?? 0) > (when?.length ?? 0) ? undefined : when;
  });
  const when = said.flat();
  const isPast = when.includes('past');
  return { horizon: found(when.flatMap((one) => (one === 'past' ? [] : one))), isPast, rest };
}

function titlesOf(horizon: Horizon, options: readonly Option[]): readonly string[] {
  return options.flatMap(({ id, title }) => (id === horizon ? title : []));
}

function longestOf<M>(lexicons: readonly Lexicon<M>[]): Lexicon<M> {
  return (tokens, at) =>
    lexicons
      .map((find) => find(tokens, at))
      .reduce((one, other) => ((other?.length ?? 0) > (one?.length ?? 0) ? other : one));
}

/** Moments in everyday words. */
const moments = lexicon<Moments>([
  [
    ['now'],
    `
    déjà, déjà là, déjà ici, déjà présent, déjà le cas, c’est déjà le cas, déjà fait, existe déjà, ça existe
    déjà, already, already here, already there, it already exists, already exists`,
  ],
  [
    ['under-5'],
    `
    bientôt, très bientôt, prochainement, l’an prochain, l’année prochaine, dans l’année, cette année, court
    terme, à court terme, soon, very soon, next year, this year, short term, in the short term`,
  ],
  [
    ['5-to-10'],
    `
    moyen terme, à moyen terme, medium term, in the medium term, une dizaine d’années, dans une dizaine
    d’années, d’ici une dizaine d’années`,
  ],
  [
    ['over-10'],
    `
    long terme, à long terme, à très long terme, long term, in the long term, in the long run, une vingtaine
    d’années, dans une vingtaine d’années, dans longtemps, pas de sitôt, not any time soon`,
  ],
  [['never'], 'jamais, jamais ici, never, never here'],
  [['under-5', '5-to-10'], 'dans quelques années, d’ici quelques années, in a few years, within a few years'],
  [
    ['dont-know'],
    `
    je ne sais pas quand, je sais pas quand, aucune idée de quand, date inconnue, horizon inconnu, je ne sais
    pas à quel horizon, je ne sais pas dans combien de temps, on ne sait pas quand, i don’t know when, don’t
    know when, no idea when, not sure when, who knows when`,
  ],
]);
