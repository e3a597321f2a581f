import { Stance } from '#domain/participant/ballot.ts';
import { readAmounts } from '../numbers/amounts.ts';
import { readOpinion } from '../replies/opinion.ts';
import type { Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { repeated } from './exact.ts';
import { findPoint } from './find-point.ts';
import { type Found, found, named, none } from './found.ts';

/** The stances a reply seems to name, the lowest first: by label, "+1", a point from 1 to 5, or words of opinion. */
export function findStance(tokens: readonly Token[], labels: Vocabulary): Found<Stance> {
  const exact = repeated(tokens, labels);
  if (exact !== undefined) return stances([exact - 2]);
  const { amounts, rest } = readAmounts(tokens);
  const [amount, ...more] = amounts;
  const isSigned = amount?.signed === true || amount?.value === 0;
  if (amount !== undefined && isSigned && amount.base === undefined && !amount.percent) {
    return more.length === 0 && units(rest).length === 0 ? stances([amount.value]) : none;
  }
  const points = findPoint(tokens, labels);
  return points.outcome === 'none' ? readOpinion(tokens) : stances(named(points).map((point) => point - 3));
}

function stances(values: readonly number[]): Found<Stance> {
  // Adding 0 makes the 0 of "-0" a plain one.
  return found(values.flatMap((value) => Stance.safeParse(value + 0).data ?? []));
}
