import { type Stance, stances } from '../participant/ballot.ts';
import type { Counts, Movement, VoteResult } from './live-session.ts';
import type { Answered } from './live-vote.ts';

/**
 * What may be told of the first vote: all of it, once enough people gave an answer. `told`: what the same room was shown already of
 * the same question; one that fewer than `minGroup` answers keep from any of it would tell theirs.
 */
export function firstResult(
  votes: Iterable<Answered>,
  minGroup: number,
  told: readonly VoteResult[] = [],
): VoteResult {
  const counts = countsOf(votes, 'first');
  const n = sum(counts);
  if (n < minGroup) return { shown: 'few', n };
  return isApart(counts, told, minGroup) ? { shown: 'exact', n, counts } : { shown: 'near', n };
}

/**
 * What may be told of the second vote beside the first one, which everybody saw, and of what happened in between.
 * - Flows are told as finely as each of them is nobody or `minGroup` people, those who answered one vote alone among them: nothing is
 *   hidden within a table that is shown, so that nothing is computed back from it and from both results. Else it is told how many
 *   moved which way, under the same rule; else nothing.
 * - The second result is told when at least `minGroup` answers moved between the two: fewer would be read off by subtracting.
 * - Which way others moved narrows what a lone newcomer said, beside both results: it is not told then.
 * - Both are held against what was `told` of the same question before, as the first result is: neither rows nor columns of a table
 *   may say what was kept from being told.
 */
export function secondResult(
  votes: readonly Answered[],
  first: VoteResult | undefined,
  minGroup: number,
  told: readonly VoteResult[] = [],
): { readonly result: VoteResult; readonly movement: Movement } {
  const counts = countsOf(votes, 'second');
  const n = sum(counts);
  const nothing: Movement = { shown: 'nothing' };
  if (n < minGroup) return { result: { shown: 'few', n }, movement: nothing };
  const apart = isApart(counts, told, minGroup);
  if (first?.shown === 'near' || !apart)
    return { result: apart ? { shown: 'exact', n, counts } : { shown: 'near', n }, movement: nothing };
  const movement = movementOf(votes, minGroup);
  const isTold = movement.shown === 'points' || isApart(counts, first === undefined ? [] : [first], minGroup);
  if (!isTold) return { result: { shown: 'near', n }, movement };
  const isBare = movement.shown === 'direction' && first?.shown === 'exact' && hasFewAlone(votes, minGroup);
  return { result: { shown: 'exact', n, counts }, movement: isBare ? nothing : movement };
}

/** Whether at least `minGroup` answers are otherwise than in each result that was shown. */
const isApart = (counts: Counts, told: readonly VoteResult[], minGroup: number): boolean =>
  told.every((one) => one.shown !== 'exact' || movedBetween(one.counts, counts) >= minGroup);

/** Whether somebody, and fewer than `minGroup`, answered the first vote alone, or the second. */
function hasFewAlone(votes: readonly Answered[], minGroup: number): boolean {
  const came = votes.filter(({ first }) => first === undefined).length;
  const left = votes.filter(({ second }) => second === undefined).length;
  return [came, left].some((n) => n > 0 && n < minGroup);
}

/** How many people gave an answer in a vote. */
export function answersIn(votes: Iterable<Answered>, vote: 1 | 2): number {
  let n = 0;
  for (const { first, second } of votes) if ((vote === 1 ? first : second) !== undefined) n += 1;
  return n;
}

function movementOf(votes: readonly Answered[], minGroup: number): Movement {
  const isTold = (n: number) => n === 0 || n >= minGroup;
  const both = votes.flatMap(({ first, second }) =>
    first === undefined || second === undefined ? [] : [{ first, second }],
  );
  if (both.length < minGroup) return { shown: 'nothing' };
  for (const [shown, placeOf, size] of [
    ['points', pointOf, 5],
    ['sides', sideOf, 3],
  ] as const) {
    const flows = flowsOf(votes, placeOf, size);
    if (flows.every((row) => row.every(isTold))) return { shown, flows };
  }
  const back = both.filter(({ first, second }) => second < first).length;
  const forth = both.filter(({ first, second }) => second > first).length;
  const stayed = both.length - back - forth;
  return [back, forth, stayed].every(isTold)
    ? { shown: 'direction', stayed, back, forth }
    : { shown: 'nothing' };
}

/** People by both answers; the last row and column: those who gave the other answer alone. */
function flowsOf(votes: Iterable<Answered>, placeOf: (stance: Stance) => number, size: number): number[][] {
  const flows = Array.from({ length: size + 1 }, () => Array.from({ length: size + 1 }, () => 0));
  for (const { first, second } of votes) {
    const from = first === undefined ? size : placeOf(first);
    const to = second === undefined ? size : placeOf(second);
    const row = flows[from] ?? [];
    row[to] = (row[to] ?? 0) + 1;
  }
  return flows;
}

/** 0 to 4, and 0 to 2. */
const pointOf = (stance: Stance): number => stance + 2;
const sideOf = (stance: Stance): number => Math.sign(stance) + 1;

function countsOf(votes: Iterable<Answered>, which: 'first' | 'second'): Counts {
  const counts = new Map<Stance, number>(stances.map((stance) => [stance, 0]));
  for (const { [which]: stance } of votes)
    if (stance !== undefined) counts.set(stance, (counts.get(stance) ?? 0) + 1);
  const of = (stance: Stance) => counts.get(stance) ?? 0;
  return [of(-2), of(-1), of(0), of(1), of(2)];
}

/** How many people at least answer otherwise in one result than in the other, those who came or left among them. */
function movedBetween(before: readonly number[], after: readonly number[]): number {
  const moves = before.map((count, i) => (after[i] ?? 0) - count);
  const added = (way: 1 | -1) => moves.reduce((all, move) => all + Math.max(0, way * move), 0);
  return Math.max(added(1), added(-1));
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
