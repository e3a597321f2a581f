import { lexicon } from './lexicon.ts';
import { isSilent, type Token } from './tokens.ts';

/** Words after which a reply takes back or limits what it said: "oui mais", "sauf", "avant". */
const turns = lexicon<'turn' | 'none'>([
  ['none', 'avant-dernier, avant-dernière'],
  [
    'turn',
    `
    mais, sauf, sinon, quoique, hormis, excepté, ou alors, ou plutôt, enfin non, enfin plutôt, encore que, ça dépend,
    cela dépend, ça dépend des jours, dépend, à moins que, l’inverse, le contraire, au contraire, l’opposé, the opposite, the contrary, the reverse, avant, étais, était, ai été, j’aimerais, aimerais, j’aurais, si je pouvais, ancien, ancienne, ex, futur, future, autrefois, jadis, auparavant, dans le temps, but,
    except, unless, otherwise, although, though, former, retired from, no longer, i wish, i would like, used to be, depends, it depends, before, formerly, used to`,
  ],
]);

/** Whether a reply hesitates: a turn, or an end that asks or leaves it open. `own`: words of the titles, which turn nothing. */
export function hesitates(tokens: readonly Token[], own: ReadonlySet<string>): boolean {
  return (
    asks(tokens) || tokens.some(({ text }, at) => !own.has(text) && turns(tokens, at)?.meaning === 'turn')
  );
}

/** A question mark among the last signs of a reply that says something before it, or a "mais" that nothing follows. */
export function asks(tokens: readonly Token[]): boolean {
  const last = tokens.findLastIndex((token) => !isSilent(token));
  if (last > 0 && unfinished.has(tokens[last]?.text ?? '')) return true;
  return last >= 0 && tokens.slice(last + 1).some(({ text }) => text === '?');
}

const unfinished = new Set('mais sauf quoique but except although'.split(' '));

/** Words that deny, wherever they stand. */
const denials = lexicon([
  [
    'no',
    `
    pas, jamais, sans, ni, aucun, aucune, plus, non, sauf, not, no, never, without, neither, nor, none,
    don’t, dont, doesn’t, isn’t, aren’t, can’t, cannot, won’t, wouldn’t, didn’t, except`,
  ],
]);

export const denies = (tokens: readonly Token[], own: ReadonlySet<string>): boolean =>
  tokens.some(({ text }, at) => !own.has(text) && denials(tokens, at) !== undefined);

/** Words that bring a reply near something without reaching it: "presque la moitié". */
const nearly = new Set('presque quasi quasiment pratiquement almost nearly'.split(' '));

export const isNear = ({ text }: Token): boolean => nearly.has(text);
