import type { GlossaryEntry } from '#domain/catalogue/catalogue.ts';
import { onceEach } from '#domain/in-memory/once-each.ts';
import { only } from '../words/hedges.ts';
import { lexicon } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';
import { coverages } from './coverage.ts';
import { isQuestion } from './question.ts';

/** A word that is asked about: one of the glossary, or one that nobody explained yet. */
export type Defined =
  | { readonly topic: 'glossary'; readonly term: string }
  | { readonly topic: 'unknown-word' };

/** The word that a text asks about: "c'est quoi l'open data ?", "open data ?", "que veut dire syndic". */
export function defined(tokens: readonly Token[], glossary: Glossary): Defined | undefined {
  const asked = tokens.findIndex((_, at) => definitions(tokens, at) !== undefined);
  if (asked < 0 && !isQuestion(tokens)) return undefined;
  const best = longest(tokens, glossary, asked < 0 ? 0 : mostBeside);
  if (best !== undefined) return { topic: 'glossary', term: best };
  const rest = asked < 0 ? [] : tokens.filter((_, at) => !isWithin(tokens, at, asked));
  const isWord = units(rest).length >= 1 && units(rest).length <= 2 && only(rest, pronouns).length === 0;
  return asked >= 0 && isWord ? { topic: 'unknown-word' } : undefined;
}

const mostBeside = 3;

/** The entry of which the most words stand in the text. */
function longest(tokens: readonly Token[], glossary: Glossary, beside: number): string | undefined {
  const found = phrasesOf(glossary)(tokens).filter((one) => one.beside <= beside);
  return [...found].sort((a, b) => b.words - a.words)[0]?.of;
}

type Glossary = Readonly<Record<string, GlossaryEntry>>;

/** Those of the catalogue: read once a language. */
const phrasesOf = onceEach((glossary: Glossary) =>
  coverages(
    Object.entries(glossary).flatMap(([id, { said }]) => said.map((phrase) => [phrase, id] as const)),
  ),
);

const isWithin = (tokens: readonly Token[], at: number, asked: number): boolean =>
  at >= asked && at < asked + (definitions(tokens, asked)?.length ?? 0);

const definitions = lexicon([
  [
    'what',
    `
    c’est quoi, c quoi, c’est koi, c’est quoi un, c’est quoi une, qu’est-ce que c’est, qu’est-ce que, qu’est-ce qu’un, qu’est-ce qu’une, qu’est-ce, que
    veut dire, que signifie, ça veut dire quoi, ça signifie quoi, veut dire quoi, signifie quoi, définition de, définition, kesako,
    qu’entendez-vous par, vous entendez quoi par, expliquez le mot, je ne connais pas le mot, je ne comprends pas le mot,
    je comprends pas le mot, what is, what’s, what are, what does, what do you mean by, meaning of, define, definition of, i don’t know the word, i don’t understand the word`,
  ],
]);

const pronouns = lexicon([['this', 'ça, cela, ce, this, that, it, question, cette question, this question']]);
