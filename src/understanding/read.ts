import type { Language } from '#domain/catalogue/language.ts';
import { onceEach } from '#domain/in-memory/once-each.ts';
import { repeated } from './matching/exact.ts';
import { spell } from './numbers/spell.ts';
import type { Expected, Reading, Recognise } from './reading.ts';
import { readBallot, withCondition } from './replies/ballot.ts';
import { apartCondition } from './replies/condition.ts';
import { isAny, noAnswer } from './replies/no-answer.ts';
import { readChoice, readMulti } from './replies/options.ts';
import { readScale } from './replies/scale.ts';
import { readText } from './replies/text.ts';
import { readYesNo } from './replies/yes-no.ts';
import { isSilent, type Token, tokenise } from './words/tokens.ts';
import { vocabulary } from './words/vocabulary.ts';

/** The longest reply that is looked into, in characters; only a text may be longer. */
const longestReply = 1000;

/**
 * What a typed reply means, given what was asked. French and English are understood whatever the person's language,
 * which only breaks ties. Our own reader comes first and costs linear time; the recognizers see what it leaves: numbers
 * spelled out in several words, and a yes or no inside a sentence. Never throws; what is not plain is asked again.
 */
export async function read(
  text: string,
  expected: Expected,
  language: Language,
  recognise: Recognise,
): Promise<Reading> {
  if (expected.kind === 'text') return readText(text, expected.longest);
  const trimmed = text.trim();
  if (trimmed.length > longestReply) return { kind: 'unclear', reason: 'too-long' };
  const tokens = tokenise(trimmed);
  if (expected.kind === 'yes-no') return passed(tokens) ?? readYesNo(trimmed, tokens, language, recognise);
  if (expected.kind === 'ballot') return readBallotText(trimmed, expected, language, recognise);
  return readTitled(await spell(tokens, language, recognise), expected);
}

/** A ballot's condition is apart: its words say nothing of the stance. */
async function readBallotText(
  text: string,
  expected: Extract<Expected, { kind: 'ballot' }>,
  language: Language,
  recognise: Recognise,
): Promise<Reading> {
  const { said, condition } = apartCondition(text);
  const tokens = await spell(tokenise(said), language, recognise);
  const reading = readTitled(tokens, expected, text);
  return condition === undefined ? reading : withCondition(reading, condition);
}

type Titled = Exclude<Expected, { kind: 'text' | 'yes-no' }>;

/** A title repeated word for word is that title, even one that says "I don't know". */
function readTitled(tokens: readonly Token[], expected: Titled, text = ''): Reading {
  const known = vocabularyOf(expected);
  const said = repeated(tokens, known) === undefined ? passed(tokens) : undefined;
  if (said !== undefined) return said;
  if (isAny(tokens)) return { kind: 'any' };
  switch (expected.kind) {
    case 'choice':
      return readChoice(tokens, known, expected.options);
    case 'multi':
      return readMulti(tokens, known, expected.options, expected.max ?? expected.options.length);
    case 'scale':
      return readScale(tokens, known);
    case 'ballot':
      return readBallot({ tokens, text }, known, expected);
  }
}

/** What is expected of many people is one object: its words are put together once. */
const vocabularyOf = onceEach((expected: Titled) => vocabulary(titlesOf(expected), saidOf(expected)));

function titlesOf(expected: Titled): readonly string[] {
  if (expected.kind === 'scale') return expected.points;
  return expected.kind === 'ballot' ? expected.stances : expected.options.map(({ title }) => title);
}

function saidOf(expected: Titled): readonly (readonly string[])[] {
  if (!('options' in expected)) return expected.said ?? [];
  const isSaid = expected.options.some(({ said }) => said !== undefined);
  // A whole title goes before what is said for part of it: "petite ville" before "ville".
  return expected.options.map(({ title, said = [] }) =>
    isSaid && / /.test(title) ? [title, ...said] : said,
  );
}

/** What is said instead of an answer: nothing, "skip" or "I don't know". */
function passed(tokens: readonly Token[]): Reading | undefined {
  return noAnswer(tokens) ?? (tokens.every(isSilent) ? { kind: 'unclear', reason: 'empty' } : undefined);
}
