import type { Opinion } from '#domain/results/group-scenario.ts';
import { opinionOf } from '../tally/packed.ts';
import { representative } from './opinion-clusters.ts';

/** Numbers a trajectory in what `sidesOf` counts. */
export const wide = 3;

/** By group, then by trajectory: people against, neither, for. */
export function sidesOf(
  ballots: Uint16Array,
  groupOf: Int8Array,
  count: number,
  columns: number,
): Int32Array[] {
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

/** What is typical of the people of one group among all, the most telling first. */
export function typicalOf(
  group: number,
  sides: readonly Int32Array[],
  trajectories: readonly string[],
  minGroup: number,
): Opinion['groups'][number]['typical'] {
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
  return typical.toSorted((a, b) => b.inside - b.outside - (a.inside - a.outside)).slice(0, 6);
}

export const rounded = (share: number): number => Math.round(share * 1000) / 1000;
