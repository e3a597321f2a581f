import { type Horizon, horizons } from '#domain/participant/ballot.ts';
import { type Found, found } from '../matching/found.ts';
import { spanAt } from '../numbers/span.ts';
import type { Option } from '../reading.ts';
import { type Lexicon, lexicon } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';
import { type Moments, moments } from '../words/when.ts';
import { without } from './without.ts';

/** What a reply says about when, and the reply without it. */
export interface When {
  readonly horizon: Found<Horizon | 'dont-know'>;
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
): When {
  const titles = lexicon<Moments>(horizons.map((id) => [[id], titlesOf(id, options)]));
  const { rest, found: said } = without(
    tokens,
    longestOf([titles, moments, (all, at) => spanAt(all, at, year)]),
  );
  return { horizon: found(said.flat()), rest };
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
