import { isSilent, type Token } from '../words/tokens.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

/** The title (by index) that a reply repeats word for word, accents, case and punctuation apart. */
export function repeated(tokens: readonly Token[], known: Vocabulary): number | undefined {
  const said = spoken(tokens);
  const at = known.tokens.findIndex((title) => spoken(title) === said);
  return at < 0 || said === '' ? undefined : at;
}

const spoken = (tokens: readonly Token[]) =>
  tokens
    .filter((token) => !isSilent(token))
    .map(({ text }) => text)
    .join(' ');
