import type { GlossaryEntry } from '#domain/catalogue/catalogue.ts';
import { type AskedPhrasings, type Phrasings, type Topic, topics } from '#domain/conversation/asked.ts';
import { type Token, tokenise } from '../words/tokens.ts';
import { holdsContact } from './contact-details.ts';
import { coverage } from './coverage.ts';
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
  if (isAnywhere(tokens, phrasings.distress)) return { topic: 'distress' };
  if (holdsContact(text)) return { topic: 'contact' };
  if (text.length > longestWish) return undefined;
  const scores = topics.map((topic) => ({ topic, score: scoreOf(tokens, phrasings[topic], isFreeText) }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  const word = defined(tokens, glossary);
  // "C'est quoi une trajectoire" has an answer of its own.
  const isOther = best.score > 0 && (best.topic === 'trajectory' || word?.topic === 'unknown-word');
  if (word !== undefined && !isOther) return word;
  return best.score > 0 ? { topic: best.topic } : undefined;
}

const isAnywhere = (tokens: readonly Token[], phrasings: Phrasings | undefined): boolean =>
  (phrasings?.anywhere ?? []).some((phrase) => coverage(tokens, phrase) !== undefined);

/** How many words of a text ask for a topic; 0 when it does not. */
function scoreOf(tokens: readonly Token[], phrasings: Phrasings = {}, isFreeText: boolean): number {
  const { asks = [], says = [] } = phrasings;
  const within = (phrases: readonly string[], limit: number, mayDeny: boolean) =>
    phrases.map((phrase) => {
      const found = coverage(tokens, phrase);
      if (found === undefined) return 0;
      // One word alone ("recommencer") may begin any text.
      const most = isFreeText && found.words === 1 && !mayDeny ? 0 : limit;
      const isElse = found.beside > most || (found.denied && !mayDeny);
      return isElse ? 0 : found.words;
    });
  const limits = isFreeText ? mostBeside.freeText : mostBeside.reply;
  const asked = isQuestion(tokens) ? within(asks, limits.asks, true) : [];
  return Math.max(0, ...asked, ...within(says, limits.says, false));
}

/** Words of meaning that may stand beside those that ask, and beside what is said as it stands. One's own words may be any. */
const mostBeside = { reply: { asks: 3, says: 2 }, freeText: { asks: 2, says: 1 } } as const;
