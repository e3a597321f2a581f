import type { Lexicon } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';

/** A reply without the phrases of a lexicon: each leaves a cut, so that what stood around it does not join up. */
export function without<M>(
  tokens: readonly Token[],
  find: Lexicon<M>,
): { rest: readonly Token[]; found: readonly M[] } {
  const rest: Token[] = [];
  const found: M[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = find(tokens, at);
    if (phrase !== undefined) found.push(phrase.meaning);
    rest.push(...(phrase === undefined ? tokens.slice(at, at + 1) : [cut]));
    at += phrase?.length ?? 1;
  }
  return { rest, found };
}

/** A silent sign. */
const cut: Token = { kind: 'mark', text: ';', glued: false };
