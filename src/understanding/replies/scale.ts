import { named } from '../found.ts';
import { repeated } from '../matching/exact.ts';
import { findPoint } from '../matching/find-point.ts';
import type { Reading } from '../reading.ts';
import type { Token } from '../words/tokens.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { besideDontKnow } from './no-answer.ts';

/** A point of five, 1 to 5: by its label, a distinctive part of it, a number, a mark or a percentage. */
export function readScale(tokens: readonly Token[], labels: Vocabulary): Reading {
  const exact = repeated(tokens, labels);
  if (exact !== undefined) return { kind: 'scale', value: exact + 1 };
  const beside = besideDontKnow(tokens);
  const point = findPoint(beside ?? tokens, labels);
  if (beside !== undefined && point.outcome === 'none') return { kind: 'dont-know' };
  if (point.outcome === 'none') return { kind: 'unclear', reason: 'not-a-point' };
  if (beside === undefined && point.outcome === 'one') return { kind: 'scale', value: point.value };
  return { kind: 'unclear', reason: 'ambiguous', understood: named(point).map(String) };
}
