import { z } from 'zod';

/** What citizens ask about the consultation, or say beside it; each has its answer in every language. */
export const topics = [
  'distress',
  'contact',
  'calm',
  'unsubscribe',
  'start-again',
  'anonymous',
  'who-reads',
  'kept',
  'free-to-stop',
  'why',
  'how-long',
  'trajectory',
  'glossary',
  'reword',
  'purpose',
  'who-are-you',
  'who-pays',
  'results-when',
  'languages',
  'unknown-word',
] as const;
export const Topic = z.enum(topics);
export type Topic = z.infer<typeof Topic>;

/** What somebody asks: a topic; of the glossary, which word. */
export const Asked = z.strictObject({
  topic: Topic,
  /** The id of the word in the glossary. */
  term: z.string().optional(),
  /** What is asked of them then, in a word: `question`, `trajectory`, `profile`... */
  at: z.string(),
  /** Steps left in the domain under way, and minutes they may take; 0 when none is under way. */
  left: z.int().min(0),
  minutes: z.int().min(0),
});
export type Asked = z.infer<typeof Asked>;

/** How a topic is asked for, in every language. */
export interface Phrasings {
  /** Words that ask it within a question: "anonyme". */
  readonly asks?: readonly string[];
  /** What asks it as it stands: "je veux parler à un humain". */
  readonly says?: readonly string[];
  /** What means it wherever it stands. */
  readonly anywhere?: readonly string[];
  /** What sounds like that and means something else: "mourir de rire". */
  readonly unless?: readonly string[];
}

export type AskedPhrasings = Readonly<Partial<Record<Topic, Phrasings>>>;
