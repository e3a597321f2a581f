import { hedges } from './hedges.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { type Token, tokenise } from './tokens.ts';
import { stem } from './units.ts';

/** The options (by index) that a phrase of the catalogue stands for; `sure`: it means that one, and nothing else. */
export interface SaidFor {
  readonly options: readonly number[];
  readonly sure: boolean;
}

/** Finds what people say for each option, plural and feminine endings apart. A phrase with "?" is never sure. */
export function saidLexicon(said: readonly (readonly string[])[]): Lexicon<SaidFor> {
  const meanings = new Map<string, { options: Set<number>; sure: boolean }>();
  said.forEach((phrases, option) => {
    for (const phrase of phrases) {
      const bare = withoutLead(phrase.replace(unsure, ''));
      const known = meanings.get(bare) ?? { options: new Set<number>(), sure: true };
      known.options.add(option);
      meanings.set(bare, { ...known, sure: known.sure && known.options.size === 1 && !unsure.test(phrase) });
    }
  });
  return lexicon(
    [...meanings].map(([phrase, { options, sure }]) => [{ options: [...options], sure }, [phrase]] as const),
    stem,
  );
}

const unsure = /\s*\?\s*$/;

/** Articles at the beginning say nothing: "la mairie" is said for whoever types "mairie". */
function withoutLead(phrase: string): string {
  const tokens = tokenise(phrase);
  const start = tokens.findIndex((_, at) => hedges(tokens, at) === undefined);
  return tokens
    .slice(Math.max(0, start))
    .map(({ text }) => text)
    .join(' ');
}

/** A reply in which each phrase said for an option is one mark, which `saidIn` reads. */
export function markSaid(tokens: readonly Token[], find: Lexicon<SaidFor>): readonly Token[] {
  const marked: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = find(tokens, at);
    // "À peu près" does not say "peu".
    const passed = phrase === undefined ? (hedges(tokens, at)?.length ?? 1) : 0;
    marked.push(...(phrase === undefined ? tokens.slice(at, at + passed) : [mark(phrase.meaning)]));
    at += phrase?.length ?? passed;
  }
  return marked;
}

/** What a word that `markSaid` made stands for; nothing for any other. */
export function saidIn(word: string): SaidFor | undefined {
  const sign = word[0];
  if (sign !== signs.sure && sign !== signs.unsure) return undefined;
  return { options: word.slice(1).split('.').map(Number), sure: sign === signs.sure };
}

/** The options that a reply may mean by a phrase that is not sure; empty when there is none. */
export const unsureIn = (tokens: readonly Token[]): readonly number[] =>
  tokens.flatMap(({ text }) => {
    const said = saidIn(text);
    return said === undefined || said.sure ? [] : said.options;
  });

const mark = ({ options, sure }: SaidFor): Token => ({
  kind: 'word',
  text: `${sure ? signs.sure : signs.unsure}${options.join('.')}`,
  glued: false,
});

/** No typed reply holds them: control characters are left out of it. */
const signs = { sure: '\u0001', unsure: '\u0002' } as const;
