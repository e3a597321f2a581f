import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Opinions } from '#projections/clusters/draw-clusters.ts';
import { changedSince } from '#scenario/analysis/tally/changes.ts';
import type { Contribution } from '#scenario/analysis/tally/contribution.ts';
import { allBallots } from '#scenario/analysis/tally/people.ts';
import { createTally, replace, type Tally } from '#scenario/analysis/tally/tally.ts';
import { groupScenario } from '#scenario/group.ts';
import { sharedVision } from '#scenario/vision.ts';
import { catalogue } from '../../conversations/world.ts';
import { crowd } from '../crowd.ts';
import { held } from './memory.ts';
import { timed } from './timed.ts';

const domains = catalogue.domains.map(({ id }) => id);
const contribution = crowd(catalogue);
export const trajectories = catalogue.domains.flatMap((domain) => domain.trajectories.map(({ id }) => id));

/** People who are made at once: those who wait to be counted are no part of what is held of the others. */
const batch = 1_000;

/** What results cost with so many people who answer everything, line by line. */
export async function measure(people: number, opinions: Opinions): Promise<readonly string[]> {
  const before = held();
  const { tally, countMs, countCpuMs, makeMs } = rebuilt(people);
  const after = held();
  const changes = Array.from({ length: 2_000 }, (_, i) => contribution(i + 7));
  const one = timed(2_000, (i) => replace(tally, 'one-more', changes[i]));
  const group = timed(50, () => void groupScenario(tally, catalogue, 5));
  const scenario = groupScenario(tally, catalogue, 5);
  const vision = timed(50, () => void sharedVision(scenario, catalogue));
  const since = timed(5, (i) => void changedSince(tally.changes, new Date(i).toISOString(), tally.people));
  const { groups, drawnMs, heldUpMs, mostMiB } = await drawn(tally, opinions);
  return [
    `${people.toLocaleString('en')} people: full rebuild ${countMs.toFixed(0)} ms, ${countCpuMs.toFixed(0)} of a processor (to make them up ${makeMs.toFixed(0)} ms beside it)`,
    `  ${((after.held - before.held) / people).toFixed(0)} bytes a person; the process ${mib(after.resident)} MiB resident`,
    `  one more participant ${(one * 1000).toFixed(0)} µs; who changed since a new result ${since.toFixed(1)} ms`,
    `  group scenario ${group.toFixed(2)} ms, shared vision ${vision.toFixed(2)} ms`,
    `  ${groups} opinion groups in the worker ${drawnMs.toFixed(0)} ms, event loop held up ${heldUpMs.toFixed(1)} ms at most, the process ${mostMiB} MiB at most meanwhile`,
  ];
}

/** A tally of everybody, and the milliseconds that counting them and making them up took. */
function rebuilt(people: number) {
  const tally = createTally(catalogue, domains);
  let [countMs, countCpuMs, makeMs] = [0, 0, 0];
  for (let first = 0; first < people; first += batch) {
    const began = performance.now();
    const some = Array.from({ length: Math.min(batch, people - first) }, (_, i) => someone(first + i));
    const [made, own] = [performance.now(), process.cpuUsage()];
    for (const [id, given] of some) replace(tally, id, given);
    makeMs += made - began;
    const { user, system } = process.cpuUsage(own);
    countCpuMs += (user + system) / 1_000;
    countMs += performance.now() - made;
  }
  return { tally, countMs, countCpuMs, makeMs };
}

const someone = (i: number): readonly [id: string, given: Contribution] => [
  `participant-of-the-bench-${String(i).padStart(12, '0')}`,
  contribution(i),
];

async function drawn(tally: Tally, opinions: Opinions) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let most = 0;
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  delay.enable();
  const asked = performance.now();
  const opinion = await opinions.draw({ ballots: allBallots(tally.people), trajectories, minGroup: 5 });
  const drawnMs = performance.now() - asked;
  delay.disable();
  clearInterval(looking);
  return {
    ...{ groups: opinion?.groups.length ?? 0, drawnMs },
    ...{ heldUpMs: delay.max / 1e6, mostMiB: mib(Math.max(most, process.memoryUsage.rss())) },
  };
}

const mib = (bytes: number) => Math.round(bytes / 2 ** 20);
