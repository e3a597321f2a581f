import type { Opinion } from '#domain/results/group-scenario.ts';
import { opinionOf } from '../tally/packed.ts';
import type { Ballots } from './ballots.ts';
import { opinionGroups } from './opinion-clusters.ts';
import { spreadOf } from './opinion-spread.ts';
import { rounded, sidesOf, typicalOf, wide } from './typical.ts';

type OpinionGroup = Opinion['groups'][number];

/**
 * The opinion groups of a consultation, told by what is typical of them: no groups when people do not stand apart, or when
 * one would have fewer than `minGroup` people; where opinion is spread out, what it is spread out between. Costs about a
 * second for 100,000 people: not for the event loop.
 */
export function opinionAmong({ ballots, trajectories, minGroup }: Ballots): Opinion {
  const columns = trajectories.length;
  const rows = columns === 0 ? 0 : ballots.length / columns;
  const found = opinionGroups({ rows, columns, values: stancesOf(ballots) });
  const setAside = found.setAside < minGroup ? {} : { setAside: found.setAside };
  if (found.axis !== undefined) {
    const { places } = found.axis;
    const placed = places.reduce((n, place) => n + Number(!Number.isNaN(place)), 0);
    const spread = spreadOf({ ballots, trajectories, minGroup }, places);
    return { placed, shape: 'spread', ...setAside, spread, groups: [] };
  }
  const { groupOf, count, positions } = found;
  const placed = groupOf.reduce((n, group) => n + Number(group >= 0), 0);
  const sides = sidesOf(ballots, groupOf, count, columns);
  const groups = sides.map((_, group) => describe(group, sides, trajectories, minGroup, groupOf, positions));
  return groups.length === 0 || groups.some(({ n }) => n < minGroup)
    ? { placed, shape: 'unclear', ...setAside, groups: [] }
    : { placed, shape: 'clusters', ...setAside, groups };
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

function describe(
  group: number,
  sides: readonly Int32Array[],
  trajectories: readonly string[],
  minGroup: number,
  groupOf: Int8Array,
  positions: Float64Array,
): OpinionGroup {
  const at = (item: number, side: number) => sides[group]?.[item * wide + side] ?? 0;
  const seen = (item: number) => at(item, 0) + at(item, 1) + at(item, 2);
  return {
    n: groupOf.filter((its) => its === group).length,
    typical: typicalOf(group, sides, trajectories, minGroup),
    unconvinced: trajectories.filter(
      (_, item) => seen(item) >= minGroup && at(item, 2) / seen(item) <= 1 / 2,
    ),
    ...shapeOf(group, groupOf, positions),
  };
}

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
