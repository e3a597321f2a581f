import type { Horizon } from '#domain/participant/ballot.ts';
import { lexicon } from './lexicon.ts';

/** What a moment may mean: one horizon, or several when it does not say enough. */
export type Moments = readonly (Horizon | 'dont-know')[];

/** Moments in everyday words. */
export const moments = lexicon<Moments>([
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
  [['never'], 'jamais, jamais ici, jamais de la vie, never, never here'],
  [['under-5', '5-to-10'], 'dans quelques années, d’ici quelques années, in a few years, within a few years'],
  [
    ['dont-know'],
    `
    je ne sais pas quand, je sais pas quand, aucune idée de quand, date inconnue, horizon inconnu, je ne sais
    pas à quel horizon, je ne sais pas dans combien de temps, on ne sait pas quand, i don’t know when, don’t
    know when, no idea when, not sure when, who knows when`,
  ],
]);
