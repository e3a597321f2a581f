import { Stance } from '#domain/participant/ballot.ts';
import { type Found, found, named, none } from '../found.ts';
import { readAmounts } from '../numbers/amounts.ts';
import { combine, type Degree, degrees } from '../words/degree.ts';
import { passable } from '../words/hedges.ts';
import { lexicon } from '../words/lexicon.ts';
import type { Token } from '../words/tokens.ts';
import { units } from '../words/units.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { repeated } from './exact.ts';
import { findPoint } from './find-point.ts';

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

/**
 * A stance in words of opinion that the labels need not use: "plutôt pour", "peu favorable", "pas du tout souhaitable",
 * "ni pour ni contre". One step for the bare word or a mild one, two for a strong one; a welcome that is denied or small
 * is one step down, denied in full two. A denied refusal ("pas contre") says too little. Nothing else may be said.
 */
function readOpinion(tokens: readonly Token[]): Found<Stance> {
  const said: Opinion[] = [];
  let degree: Degree = {};
  for (let at = 0; at < tokens.length; ) {
    const opinion = opinions(tokens, at);
    const modifier = degrees(tokens, at);
    if (opinion !== undefined) said.push({ side: opinion.meaning, degree });
    degree = opinion === undefined ? combine(degree, modifier?.meaning ?? {}) : {};
    const length = opinion?.length ?? Math.max(modifier?.length ?? 0, passable(tokens, at));
    if (length === 0) return none;
    at += length;
  }
  const steps = closed(said, degree).map(stepOf);
  if (steps.includes('neither'))
    return said.length === 2 && steps.every((step) => step === 'neither') ? found([zero]) : none;
  const stances = steps.flatMap((step) => Stance.safeParse(step).data ?? []);
  return stances.length === steps.length ? found(stances.sort((a, b) => a - b)) : none;
}

interface Opinion {
  readonly side: 1 | -1;
  readonly degree: Degree;
}

/** A degree left at the end strengthens the last opinion ("pas souhaitable du tout"); any other makes it unclear. */
function closed(said: readonly Opinion[], left: Degree): readonly Opinion[] {
  const last = said.at(-1);
  if (last === undefined || Object.keys(left).length === 0) return said;
  if (left.strength !== 'full' || left.denied !== undefined) return [];
  return [...said.slice(0, -1), { ...last, degree: combine(last.degree, left) }];
}

const zero: Stance = 0;

function stepOf({ side, degree: { denied, low, strength } }: Opinion): number | 'neither' | undefined {
  if (denied === 'neither') return 'neither';
  const isStrong = strength === 'strong' || strength === 'full';
  if (denied === undefined && !low) return isStrong ? 2 * side : side;
  if (side === -1) return undefined;
  return denied === 'not' && strength === 'full' ? -2 : -1;
}

const opinions = lexicon<1 | -1>([
  [
    1,
    `
    pour, favorable, favorables, souhaitable, désirable, positif, positive, bonne idée, bonne chose, for, in
    favour, in favor, favourable, desirable, supportive, good idea, good thing`,
  ],
  [
    -1,
    `
    contre, défavorable, défavorables, indésirable, négatif, négative, mauvaise idée, mauvaise chose, opposé,
    opposée, against, against it, opposed, unfavourable, unfavorable, undesirable, negative, bad idea, bad thing`,
  ],
]);
