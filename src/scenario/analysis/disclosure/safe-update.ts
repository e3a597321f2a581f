import type { CrossTabulationBlock, CrossTabulationRow } from '#domain/results/cross-tabulation.ts';
import { type Layer, layers, type Membership, restOf } from './cell-suppression.ts';

/**
 * Whether rows may take the place of those shown before, so that subtracting the two reads no few people. All rows on a
 * trajectory are of one time and move together: if one moved alone, the whole group's move would tell that of the rest.
 * They move when everything shown before still may be, and when at least `enough` people, or nobody, can be told to have
 * changed in each of those rows, in what all others hold together, and (several categories a person) in each complement.
 */
export function isSafeUpdate(
  before: CrossTabulationBlock,
  now: CrossTabulationBlock,
  membership: Membership,
  enough: number,
): boolean {
  const still = (one: readonly number[], other: readonly number[]) => {
    const people = movedBetween(one, other);
    return people === 0 || people >= enough;
  };
  const shown = Object.entries(before.rows).flatMap(([id, row]) => (row === null ? [] : [{ id, row }]));
  const each = shown.every(({ id, row }) => {
    const next = now.rows[id] ?? null;
    const told = finest(row, row);
    return next !== null && told.length === finest(next, row).length && still(told, finest(next, row));
  });
  return each && allLayers.every((layer) => restsStill(layer, before, now, membership, still));
}

/** How many people at least answer otherwise in one row of counts than in the other. */
function movedBetween(before: readonly number[], after: readonly number[]): number {
  const moves = before.map((count, i) => (after[i] ?? 0) - count);
  const added = (way: 1 | -1) => moves.reduce((sum, move) => sum + Math.max(0, way * move), 0);
  return Math.max(added(1), added(-1));
}

const allLayers = ['support', 'sides', 'dontKnow'] as const;

function restsStill(
  layer: Layer,
  before: CrossTabulationBlock,
  now: CrossTabulationBlock,
  membership: Membership,
  still: (one: readonly number[], other: readonly number[]) => boolean,
): boolean {
  const [whole, next] = [layers[layer](before.whole), layers[layer](now.whole)];
  const pairs = Object.entries(before.rows).flatMap(([id, row]) => {
    const [one, other] = [told(row, layer), told(now.rows[id] ?? null, layer)];
    return one === undefined || other === undefined ? [] : [{ one, other }];
  });
  if (pairs.length === 0) return true;
  const together = () =>
    still(
      restOf(
        whole,
        pairs.map(({ one }) => one),
      ),
      restOf(
        next,
        pairs.map(({ other }) => other),
      ),
    );
  const complements = () =>
    pairs.every(({ one, other }) => still(restOf(whole, [one]), restOf(next, [other])));
  switch (membership) {
    case 'one':
      return together();
    case 'apart':
      return together() && complements();
    case 'several':
      return complements();
  }
}

/** What a layer tells of a row, if anything. */
function told(row: CrossTabulationRow | null, layer: Layer): readonly number[] | undefined {
  if (row === null) return undefined;
  const { for: wish, others, against, neither, dontKnow } = row;
  switch (layer) {
    case 'support':
      return [wish, others];
    case 'sides':
      return against === null || neither === null ? undefined : [against, neither];
    case 'dontKnow':
      return dontKnow === null ? undefined : [dontKnow];
  }
}

/** A row in as much detail as another is shown in; shorter where it tells less. */
const finest = (row: CrossTabulationRow, like: CrossTabulationRow): readonly number[] => [
  row.for,
  ...(told(like, 'sides') === undefined ? [row.others] : (told(row, 'sides') ?? [])),
  ...(told(like, 'dontKnow') === undefined ? [] : (told(row, 'dontKnow') ?? [])),
];
