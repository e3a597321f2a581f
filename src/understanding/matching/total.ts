import { only } from '../words/hedges.ts';
import { lexicon } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

/**
 * The options (by index) that a reply names by saying all or none of them, and nothing else; undefined when it says
 * something else. "All" leaves out an option that means none; "none" is that option, where there is one.
 */
export function readTotal(
  tokens: readonly Token[],
  { tokens: titles }: Vocabulary,
): readonly number[] | undefined {
  const said = new Set(only(tokens, totals));
  const [total, ...more] = said;
  if (total === undefined || more.length > 0) return undefined;
  const every = titles.flatMap((title, i) => (isNone(title) ? [] : i));
  if (total === 'none') return titles.flatMap((title, i) => (isNone(title) ? i : []));
  return total === 'all' || total === every.length ? every : [];
}

/** Whether a reply says "les deux" and nothing else: no answer where one thing is chosen. */
export const isSeveral = (tokens: readonly Token[]): boolean =>
  only(tokens, totals).some((total) => typeof total === 'number');

/** Whether an option's title means that no option applies. */
export function isNone(title: readonly Token[] | undefined): boolean {
  return title !== undefined && noneTitles(title, 0) !== undefined;
}

/** All, none, or a number of options that must be all. */
const totals = lexicon<'all' | 'none' | number>([
  [
    'all',
    `
    tous, toutes, tout, toute la liste, l’ensemble, all, all of them, all of these, everything, the lot`,
  ],
  [
    'none',
    `
    aucun, aucune, aucun des deux, rien, rien de tout ça, aucun de ceux-là, none, none of them, none of these,
    none of those, nothing, neither, ni l’un ni l’autre`,
  ],
  [2, 'les deux, tous les deux, toutes les deux, both, both of them'],
  [3, 'les trois, tous les trois, toutes les trois, all three'],
  [4, 'les quatre, tous les quatre, toutes les quatre, all four'],
  [5, 'les cinq, tous les cinq, toutes les cinq, all five'],
]);

const noneTitles = lexicon([['none', 'aucun, aucune, rien, none, nothing, neither, ni l’un ni l’autre']]);
