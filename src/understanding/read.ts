import type { Language } from '../domain/catalogue/language.ts';
import { repeated } from './matching/exact.ts';
import type { Expected, Reading, Recognise } from './reading.ts';
import { readBallot } from './replies/ballot.ts';
import { readChoice } from './replies/choice.ts';
import { isDontKnow } from './replies/dont-know.ts';
import { readMulti } from './replies/multi.ts';
import { readScale } from './replies/scale.ts';
import { isSkip } from './replies/skip.ts';
import { readText } from './replies/text.ts';
import { readYesNo } from './replies/yes-no.ts';
import { longestReply } from './words/normalise.ts';
import { spell } from './words/spell.ts';
import { isSilent, type Token, tokenise } from './words/tokens.ts';
import { vocabulary } from './words/vocabulary.ts';

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
  return readTitled(await spell(tokens, language, recognise), expected);
}

type Titled = Exclude<Expected, { kind: 'text' | 'yes-no' }>;

/** A title repeated word for word is that title, even one that says "I don't know". */
function readTitled(tokens: readonly Token[], expected: Titled): Reading {
  const known = vocabulary(titlesOf(expected));
  const said = repeated(tokens, known) === undefined ? passed(tokens) : undefined;
  if (said !== undefined) return said;
  switch (expected.kind) {
    case 'choice':
      return readChoice(tokens, known, expected.options);
    case 'multi':
      return readMulti(tokens, known, expected.options, expected.max ?? expected.options.length);
    case 'scale':
      return readScale(tokens, known);
    case 'ballot':
      return readBallot(tokens, known, expected.horizons, expected.year);
  }
}

function titlesOf(expected: Titled): readonly string[] {
  if (expected.kind === 'scale') return expected.points;
  return expected.kind === 'ballot' ? expected.stances : expected.options.map(({ title }) => title);
}

/** What is said instead of an answer: nothing, "skip" or "I don't know". */
function passed(tokens: readonly Token[]): Reading | undefined {
  if (isSkip(tokens)) return { kind: 'skip' };
  if (isDontKnow(tokens)) return { kind: 'dont-know' };
  return tokens.every(isSilent) ? { kind: 'unclear', reason: 'empty' } : undefined;
}
