import { createPeople, find, put } from './people.ts';
import { enterBallot, type Tally } from './tally.ts';

/**
 * A tally of the same people with other ballots on some trajectories; who and how many they are is as it was. `change`: the packed ballot
 * in place of one, by the number of its trajectory.
 */
export function recastTally(from: Tally, change: (packed: number, column: number) => number): Tally {
  const to: Tally = {
    ...from,
    rows: from.rows.map((row) => row.slice()),
    byCategory: from.byCategory.map((row) => row.slice()),
    people: createPeople(from.people.width),
  };
  for (const id of from.people.slots.keys()) {
    const entry = find(from.people, id);
    if (entry === undefined) continue;
    const ballots = entry.ballots.map(change);
    put(to.people, id, { ...entry, ballots });
    const { categories = [] } = from.profiles.all[entry.profile] ?? {};
    ballots.forEach((after, column) => {
      const before = entry.ballots[column] ?? 0;
      if (before === after) return;
      enterBallot(to, column, before, categories, -1);
      enterBallot(to, column, after, categories, 1);
    });
  }
  return to;
}
