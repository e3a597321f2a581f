/**
 * What results cost at 100, 10,000, 100,000 and 1,000,000 people who answer everything, and opinion groups on the shapes of
 * large public conversations: `npm run bench -- scenario`; `PEOPLE=100,10000` for other numbers of people.
 */
import { createClusterPool } from '#projections/clusters/draw-clusters.ts';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import { opinionGroups } from '#scenario/analysis/clusters/opinion-clusters.ts';
import { measure, trajectories } from './scenario/measure.ts';
import { timed } from './scenario/timed.ts';

const crowds = (process.env.PEOPLE ?? '100,10000,100000,1000000').split(',').map(Number);
console.log(`${trajectories.length} trajectories, every person answers all of them\n`);

/** A thread that draws keeps nobody waiting at the door: stay. */
const opinions = createClusterPool();
const stay = setInterval(() => {}, 1_000);
for (const people of crowds) console.log((await measure(people, opinions)).join('\n'));

console.log('\nopinion groups alone, the first time and again');
for (const [rows, columns, votes] of [
  [2_000, 200, 120_000],
  [33_422, 783, 2_000_000],
] as const) {
  const draw = draws(3);
  const camps = [0, 1, 2].map(() => Array.from({ length: columns }, () => (draw() < 0.5 ? 1 : -1)));
  const seen = votes / (rows * columns);
  const values = Float64Array.from({ length: rows * columns }, (_, at) => {
    if (draw() >= seen) return Number.NaN;
    const camp = Math.floor(at / columns) % 3;
    return draw() < 0.6 ? (camps[camp]?.[at % columns] ?? 0) : Math.floor(draw() * 3) - 1;
  });
  const [cold, warm] = [0, 1].map(() => timed(1, () => void opinionGroups({ rows, columns, values })));
  console.log(`${rows} x ${columns}, ${votes} votes: ${cold?.toFixed(0)} ms, then ${warm?.toFixed(0)} ms`);
}
clearInterval(stay);
