import { count, opinionOf, opinions } from './packed.ts';
import { createPeople, find, put } from './people.ts';
import type { Tally } from './tally.ts';

/**
 * A tally of the same people with other ballots on some trajectories; who and how many they are is as it was. `change`: the packed ballot
 * in place of one, by the number of its trajectory.
 */
export function recastTally(from: Tally, change: (packed: number, column: number) => number): Tally {
  const rows = from.rows.map((row) => row.slice());
  const byCategory = from.byCategory.map((row) => row.slice());
  const people = createPeople(from.people.width);
  for (const id of from.people.slots.keys()) {
    const entry = find(from.people, id);
    if (entry === undefined) continue;
    const ballots = entry.ballots.map(change);
    put(people, id, { ...entry, ballots });
    const { categories = [] } = from.profiles.all[entry.profile] ?? {};
    ballots.forEach((after, column) => {
      const before = entry.ballots[column] ?? 0;
      if (before === after) return;
      move(rows[column], byCategory[column], categories, before, -1);
      move(rows[column], byCategory[column], categories, after, 1);
    });
  }
  return { ...from, rows, byCategory, people };
}

function move(
  row: Int32Array | undefined,
  byCategory: Int32Array | undefined,
  categories: readonly number[],
  packed: number,
  by: 1 | -1,
): void {
  if (packed === 0 || row === undefined || byCategory === undefined) return;
  count(row, packed, by);
  for (const category of categories) {
    const at = category * opinions + opinionOf(packed);
    byCategory[at] = (byCategory[at] ?? 0) + by;
  }
}
