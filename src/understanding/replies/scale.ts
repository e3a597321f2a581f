import { named } from '../found.ts';
import { repeated } from '../matching/exact.ts';
import { findPoint } from '../matching/find-point.ts';
import { deniesTitle, isGuessed, saysMore } from '../matching/titles.ts';
import { isSeveral } from '../matching/total.ts';
import type { Reading } from '../reading.ts';
import { asks, hesitates, isNear } from '../words/doubts.ts';
import { unsureIn } from '../words/said.ts';
import type { Token } from '../words/tokens.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { besideDontKnow } from './no-answer.ts';

/** A point of five, 1 to 5: by its label, a distinctive part of it, a number, a mark or a percentage. */
export function readScale(tokens: readonly Token[], labels: Vocabulary): Reading {
  const exact = repeated(tokens, labels);
  if (exact !== undefined) return { kind: 'scale', value: exact + 1 };
  if (isSeveral(tokens)) return { kind: 'unclear', reason: 'not-a-point' };
  const beside = besideDontKnow(tokens);
  const said = beside ?? tokens;
  const point = findPoint(said, labels);
  if (beside !== undefined && point.outcome === 'none') return { kind: 'dont-know' };
  const unsure = unsureIn(labels.mark(said)).map((index) => index + 1);
  const isDenied = deniesTitle(said, labels);
  if (unsure.length > 0 && !isDenied) return among('ambiguous', [...named(point), ...unsure]);
  if (point.outcome === 'none') return { kind: 'unclear', reason: isDenied ? 'denied' : 'not-a-point' };
  if (beside !== undefined || point.outcome === 'several') return among('ambiguous', named(point));
  if (isShort(said, labels.tokens[point.value - 1])) return among('ambiguous', around(point.value));
  if (asks(said) || (hesitates(said, labels.words) && saysMore(said, labels)) || isGuessed(said, labels))
    return among('hedged', [point.value]);
  return { kind: 'scale', value: point.value };
}

function among(reason: 'ambiguous' | 'hedged', points: readonly number[]): Reading {
  return { kind: 'unclear', reason, understood: [...new Set(points)].sort().map(String) };
}

/** "Presque la moitié" does not reach the point it names, unless the point is worded so. */
const isShort = (tokens: readonly Token[], label: readonly Token[] | undefined): boolean =>
  tokens.some(isNear) && !label?.some(isNear);

/** The point below and the point itself: where something that nearly reaches it may stand. */
const around = (point: number): readonly number[] => (point > 1 ? [point - 1, point] : [1, 2]);
