/**
 * What results cost at 100, 10,000 and 100,000 people who answer everything, and opinion groups on the shapes of large
 * public conversations: `npm run bench -- scenario`.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createClusterPool } from '#projections/clusters/draw-clusters.ts';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import { opinionGroups } from '#scenario/analysis/clusters/opinion-clusters.ts';
import { allBallots } from '#scenario/analysis/tally/people.ts';
import { createTally, replace, type Tally } from '#scenario/analysis/tally/tally.ts';
import { groupScenario } from '#scenario/group.ts';
import { sharedVision } from '#scenario/vision.ts';
import { catalogue } from '../conversations/world.ts';
import { crowd } from './crowd.ts';

const domains = catalogue.domains.map(({ id }) => id);
const contribution = crowd(catalogue);
const trajectories = catalogue.domains.flatMap((domain) => domain.trajectories.map(({ id }) => id));
console.log(`${trajectories.length} trajectories, every person answers all of them\n`);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const memory = () => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

function timed(again: number, run: (i: number) => void): number {
  const times = Array.from({ length: again }, (_, i) => {
    const from = performance.now();
    run(i);
    return performance.now() - from;
  });
  return median(times);
}

function rebuilt(people: number): Tally {
  const tally = createTally(catalogue, domains);
  for (let i = 0; i < people; i++)
    replace(tally, `participant-of-the-bench-${String(i).padStart(12, '0')}`, contribution(i));
  return tally;
}

/** A thread that draws keeps nobody waiting at the door: stay. */
const opinions = createClusterPool();
const stay = setInterval(() => {}, 1_000);
for (const people of [100, 10_000, 100_000]) {
  const made = timed(1, () => {
    for (let i = 0; i < people; i++) contribution(i);
  });
  const before = memory();
  const from = performance.now();
  const tally = rebuilt(people);
  const full = performance.now() - from - made;
  const bytes = (memory() - before) / people;
  const changes = Array.from({ length: 2_000 }, (_, i) => contribution(i + 7));
  const one = timed(2_000, (i) => replace(tally, 'one-more', changes[i]));
  const group = timed(50, () => void groupScenario(tally, catalogue, 5));
  const scenario = groupScenario(tally, catalogue, 5);
  const vision = timed(50, () => void sharedVision(scenario, catalogue));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const asked = performance.now();
  const { groups } = (await opinions.draw({
    ballots: allBallots(tally.people),
    trajectories,
    minGroup: 5,
  })) ?? { groups: [] };
  const drawn = performance.now() - asked;
  delay.disable();
  console.log(
    [
      `${people.toLocaleString('en')} people: full rebuild ${full.toFixed(0)} ms, ${bytes.toFixed(0)} bytes a person`,
      `  one more participant ${(one * 1000).toFixed(0)} µs`,
      `  group scenario ${group.toFixed(2)} ms, shared vision ${vision.toFixed(2)} ms`,
      `  ${groups.length} opinion groups in the worker ${drawn.toFixed(0)} ms, event loop held up ${(delay.max / 1e6).toFixed(1)} ms at most`,
    ].join('\n'),
  );
}

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
