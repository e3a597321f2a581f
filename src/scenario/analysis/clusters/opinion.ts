import type { Opinion } from '#domain/results/group-scenario.ts';
import { opinionOf } from '../tally/packed.ts';
import { opinionGroups, representative } from './opinion-clusters.ts';

/** What opinion groups are drawn from: plain data, fit to be sent to a worker thread. */
export interface Ballots {
  /** The packed ballots, row by row, one row a person, one column a trajectory. */
  readonly ballots: Uint16Array<ArrayBuffer>;
  readonly trajectories: readonly string[];
  readonly minGroup: number;
}

type OpinionGroup = Opinion['groups'][number];

/**
 * The opinion groups of a consultation, told by what is typical of them: no groups when they are not clear, or when one
 * would have fewer than `minGroup` people. Costs up to a second for 100,000 people: not for the event loop.
 */
export function opinionAmong({ ballots, trajectories, minGroup }: Ballots): Opinion {
  const columns = trajectories.length;
  const rows = columns === 0 ? 0 : ballots.length / columns;
  const { groupOf, count, positions } = opinionGroups({ rows, columns, values: stancesOf(ballots) });
  const placed = groupOf.reduce((n, group) => n + Number(group >= 0), 0);
  const sides = sidesOf(ballots, groupOf, count, columns);
  const groups = sides.map((_, group) => describe(group, sides, trajectories, minGroup, groupOf, positions));
  return groups.some(({ n }) => n < minGroup) ? { placed, groups: [] } : { placed, groups };
}

/** Stances from -1 to 1; "I don't know" is no stance. */
function stancesOf(ballots: Uint16Array): Float64Array {
  const values = new Float64Array(ballots.length);
  for (let at = 0; at < ballots.length; at++) {
    const opinion = opinionOf(ballots[at] ?? 0);
    values[at] = opinion < 0 || opinion > 4 ? Number.NaN : (opinion - 2) / 2;
  }
  return values;
}

const wide = 3;

/** By group, then by trajectory: people against, neither, for. */
function sidesOf(ballots: Uint16Array, groupOf: Int8Array, count: number, columns: number): Int32Array[] {
  const sides = Array.from({ length: count }, () => new Int32Array(columns * wide));
  groupOf.forEach((group, person) => {
    const its = sides[group];
    if (its === undefined) return;
    for (let item = 0; item < columns; item++) {
      const opinion = opinionOf(ballots[person * columns + item] ?? 0);
      if (opinion < 0 || opinion > 4) continue;
      const at = item * wide + 1 + Math.sign(opinion - 2);
      its[at] = (its[at] ?? 0) + 1;
    }
  });
  return sides;
}

function describe(
  group: number,
  sides: readonly Int32Array[],
  trajectories: readonly string[],
  minGroup: number,
  groupOf: Int8Array,
  positions: Float64Array,
): OpinionGroup {
  const at = (g: number, item: number, side: number) => sides[g]?.[item * wide + side] ?? 0;
  const seen = (g: number, item: number) => at(g, item, 0) + at(g, item, 1) + at(g, item, 2);
  const others = sides.map((_, g) => g).filter((g) => g !== group);
  const total = (of: (g: number) => number) => others.reduce((sum, g) => sum + of(g), 0);
  const typical = trajectories.flatMap((trajectory, item) =>
    (['against', 'for'] as const).flatMap((side) => {
      const place = side === 'for' ? 2 : 0;
      const own = { chose: at(group, item, place), seen: seen(group, item) };
      const rest = { chose: total((g) => at(g, item, place)), seen: total((g) => seen(g, item)) };
      if (own.seen < minGroup || rest.seen < minGroup || !representative(own, rest)) return [];
      return [
        { trajectory, side, inside: rounded(own.chose / own.seen), outside: rounded(rest.chose / rest.seen) },
      ];
    }),
  );
  return {
    n: groupOf.filter((its) => its === group).length,
    typical: typical.toSorted((a, b) => b.inside - b.outside - (a.inside - a.outside)).slice(0, 6),
    unconvinced: trajectories.filter(
      (_, item) => seen(group, item) >= minGroup && at(group, item, 2) / seen(group, item) <= 1 / 2,
    ),
    ...shapeOf(group, groupOf, positions),
  };
}

const rounded = (share: number) => Math.round(share * 1000) / 1000;

/** Where a group stands on the map as a whole: its middle, and how it spreads (variances in x, in y, and of both). */
function shapeOf(
  group: number,
  groupOf: Int8Array,
  positions: Float64Array,
): Pick<OpinionGroup, 'middle' | 'spread'> {
  const sums = { n: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 };
  for (let i = 0; i < groupOf.length; i++) {
    if (groupOf[i] !== group) continue;
    const [x, y] = [positions[2 * i] ?? 0, positions[2 * i + 1] ?? 0];
    sums.n += 1;
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.yy += y * y;
    sums.xy += x * y;
  }
  const n = Math.max(1, sums.n);
  const [x, y] = [sums.x / n, sums.y / n];
  const spread = [sums.xx / n - x * x, sums.yy / n - y * y, sums.xy / n - x * y] as const;
  return {
    middle: [rounded(x), rounded(y)],
    spread: [rounded(spread[0]), rounded(spread[1]), rounded(spread[2])],
  };
}
