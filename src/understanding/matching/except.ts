import { hedges } from '../words/hedges.ts';
import { lexicon, only } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';

/** What "tout sauf ..." leaves out; undefined when the reply is not of that shape. */
export function except(tokens: readonly Token[]): readonly Token[] | undefined {
  const at = tokens.findIndex((_, i) => i > 0 && exceptions(tokens, i) !== undefined);
  const length = exceptions(tokens, at)?.length;
  if (length === undefined || only(tokens.slice(0, at), everything, hedges).length === 0) return undefined;
  return tokens.slice(at + length);
}

const everything = lexicon([['all', 'tout, tous, toutes, all, all of them, everything']]);

const exceptions = lexicon([
  [
    'except',
    `
    sauf, à part, hormis, excepté, à l’exception de, except, except for, but, apart from, but not`,
  ],
]);
