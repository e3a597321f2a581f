import { asks } from '../words/doubts.ts';
import { isSilent, type Token } from '../words/tokens.ts';
import type { Vocabulary } from '../words/vocabulary.ts';

/** The title (by index) that a reply repeats word for word, accents, case and punctuation apart; a question mark of its own asks. */
export function repeated(tokens: readonly Token[], known: Vocabulary): number | undefined {
  const said = spoken(tokens);
  const isAsking = asks(tokens);
  const at = known.tokens.findIndex((title) => spoken(title) === said && asks(title) === isAsking);
  return at < 0 || said === '' ? undefined : at;
}

const spoken = (tokens: readonly Token[]) =>
  tokens
    .filter((token) => !isSilent(token))
    .map(({ text }) => text)
    .join(' ');
