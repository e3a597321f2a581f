import type { GlossaryEntry } from '#domain/catalogue/catalogue.ts';
import { type AskedPhrasings, type Topic, topics } from '#domain/conversation/asked.ts';
import { onceEach } from '#domain/in-memory/once-each.ts';
import { type Token, tokenise } from '../words/tokens.ts';
import { holdsContact } from './contact-details.ts';
import { type Covered, coverages } from './coverage.ts';
import { isDistress } from './distress.ts';
import { defined } from './glossary.ts';
import { isQuestion } from './question.ts';

/** What a citizen asks or says beside the questions: a topic; of the glossary, with the word's id. */
export interface Wish {
  readonly topic: Topic;
  readonly term?: string;
}

/** The longest text that is looked into, in characters: what is longer is an answer of its own. */
const longestWish = 400;

/**
 * The wish in what was typed, none when it is a reply like any other. Words that ask count within a question, with little
 * else beside them; what is said as it stands too; what means distress counts wherever it stands. Where words of one's own are
 * awaited, less may stand beside. Linear in the text.
 */
export function findTopic(
  text: string,
  phrasings: AskedPhrasings,
  glossary: Readonly<Record<string, GlossaryEntry>>,
  isFreeText: boolean,
): Wish | undefined {
  const tokens = tokenise(text.slice(0, 4 * longestWish));
  if (isDistress(tokens, phrasings.distress ?? none)) return { topic: 'distress' };
  if (holdsContact(text)) return { topic: 'contact' };
  if (text.length > longestWish) return undefined;
  const topic = mostAsked(tokens, phrasings, isFreeText);
  const word = defined(tokens, glossary);
  // "C'est quoi une trajectoire" has an answer of its own.
  const isOther = topic === 'trajectory' || (topic !== undefined && word?.topic === 'unknown-word');
  if (word !== undefined && !isOther) return word;
  return topic && { topic };
}

const none = {};

/** The topic for which the most words of a text ask; the first of the list where two are alike. */
function mostAsked(
  tokens: readonly Token[],
  phrasings: AskedPhrasings,
  isFreeText: boolean,
): Topic | undefined {
  const asks = isQuestion(tokens);
  const found = phrasesOf(phrasings)(tokens).filter((one) => isMeant(one, asks, isFreeText));
  const most = Math.max(0, ...found.map(({ words }) => words));
  return topics.find((topic) => found.some(({ of, words }) => of.topic === topic && words === most));
}

/** Whether a phrase that stands in a text is what it is about. */
function isMeant(
  { of, words, beside, denied }: Covered<Phrase>,
  asks: boolean,
  isFreeText: boolean,
): boolean {
  const limits = isFreeText ? mostBeside.freeText : mostBeside.reply;
  if (of.asks) return asks && beside <= limits.asks;
  // One word alone ("recommencer") may begin any text.
  return !denied && beside <= (isFreeText && words === 1 ? 0 : limits.says);
}

/** Words of meaning that may stand beside those that ask, and beside what is said as it stands. One's own words may be any. */
const mostBeside = { reply: { asks: 3, says: 2 }, freeText: { asks: 2, says: 1 } } as const;

/** What a phrase is about; whether it counts within a question alone. */
interface Phrase {
  readonly topic: Topic;
  readonly asks: boolean;
}

/** Those of the catalogue: read once. */
const phrasesOf = onceEach((phrasings: AskedPhrasings) =>
  coverages<Phrase>(
    topics
      .filter((topic) => topic !== 'distress')
      .flatMap((topic) => {
        const { asks = [], says = [] } = phrasings[topic] ?? {};
        return [
          ...asks.map((phrase) => [phrase, { topic, asks: true }] as const),
          ...says.map((phrase) => [phrase, { topic, asks: false }] as const),
        ];
      }),
  ),
);
