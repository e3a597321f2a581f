import { lexicon } from './lexicon.ts';
import type { Token } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A reply up to where it begins to say why: "4, parce que le bus est rare" is "4". A word that the titles themselves
 * use begins no reason ("car").
 */
export function beforeReasons(tokens: readonly Token[], { words }: Vocabulary): readonly Token[] {
  const at = tokens.findIndex((_, i) => i > 0 && reasons(tokens, i) !== undefined);
  const first = tokens[at]?.text;
  if (first === undefined || words.has(first)) return tokens;
  return tokens.slice(0, at);
}

const reasons = lexicon([
  [
    'why',
    `
    parce que, parce qu’, parceque, pcq, pck, car, puisque, vu que, étant donné, because, cause, since`,
  ],
]);
