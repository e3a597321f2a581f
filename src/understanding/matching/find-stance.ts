import { Stance } from '#domain/participant/ballot.ts';
import { type Found, found, named, none } from '../found.ts';
import { readAmounts } from '../numbers/amounts.ts';
import type { Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';
import { verdict } from '../words/verdict.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { repeated } from './exact.ts';
import { findPoint } from './find-point.ts';
import { findOpinion, hasOpinion } from './opinion.ts';

/**
 * The stances a reply seems to name, the lowest first: by label, "+1", a point from 1 to 5, or words of opinion. A bare yes or no
 * tells the side and not how strongly, so that it names two.
 */
export function findStance(tokens: readonly Token[], labels: Vocabulary): Found<Stance> {
  const exact = repeated(tokens, labels);
  if (exact !== undefined) return stances([exact - 2]);
  const { amounts, rest } = readAmounts(tokens);
  const [amount, ...more] = amounts;
  const isSigned = amount?.signed === true || amount?.value === 0;
  if (amount !== undefined && isSigned && amount.base === undefined && !amount.percent) {
    // A bare 0 is no place on the scale that was shown.
    return more.length === 0 && units(rest).length === 0 && amount.signed ? stances([amount.value]) : none;
  }
  const isWhole = more.length === 0 && amount?.percent === true && amount.value === 100;
  if (isWhole && hasOpinion(rest, labels)) return findOpinion(rest, labels, { strength: 'full' });
  const opinion = findOpinion(tokens, labels);
  if (opinion.outcome !== 'none') return opinion;
  const said = verdict(tokens);
  if (said === 'both') return none;
  if (said !== undefined) return found<Stance>(said === 'yes' ? [1, 2] : [-2, -1]);
  return stances(named(findPoint(tokens, labels)).map((point) => point - 3));
}

/** Whether a text speaks of wishing it or not, or answers in any other way. */
export function isOpinionated(tokens: readonly Token[], labels: Vocabulary): boolean {
  return hasOpinion(tokens, labels) || verdict(tokens) !== undefined || readAmounts(tokens).isRange;
}

function stances(values: readonly number[]): Found<Stance> {
  // Adding 0 makes the 0 of "-0" a plain one.
  return found(values.flatMap((value) => Stance.safeParse(value + 0).data ?? []));
}
