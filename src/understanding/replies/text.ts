import { manyLines } from '#domain/conversation/many-lines.ts';
import type { Reading } from '../reading.ts';
import { tokenise } from '../words/tokens.ts';
import { noAnswer } from './no-answer.ts';

/** A reply of more characters is a text of its own, even when it says that one does not know. */
const longestPhrase = 80;

/**
 * One's own words: kept as written, without control characters, invisible signs and spaces around them. What looks
 * like HTML or Markdown is text like any other. `longest` counts UTF-16 units, as the records do.
 */
export function readText(text: string, longest: number): Reading {
  const trimmed = text.trim();
  const value = manyLines(trimmed.slice(0, 3 * longest));
  if (trimmed.length > 3 * longest || value.length > longest) return { kind: 'unclear', reason: 'too-long' };
  const none = value.length <= longestPhrase ? noAnswer(tokenise(value)) : undefined;
  if (none !== undefined) return none;
  return /[\p{L}\p{N}]/u.test(value) ? { kind: 'text', value } : { kind: 'unclear', reason: 'empty' };
}
