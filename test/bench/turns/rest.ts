import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '../connection.ts';
import type { Caller } from '../load.ts';
import type { Used } from '../processes.ts';
import type { Side, Stage } from './sides.ts';

/** How often somebody says something, in milliseconds: recognisers rest after forty seconds without. */
const sign = 12_000;

/** Whoever is here keeps the recognisers of a node awake: getting warm costs seconds of a processor, and would fall into a round. */
export async function keepAwake(stage: Stage, url: string, say: Caller): Promise<void> {
  const connection = await connect(url);
  let last = say(connection);
  const timer = setInterval(() => {
    last = last.then(() => say(connection));
  }, sign);
  stage.atEnd('first', async () => {
    clearInterval(timer);
    await last;
    connection.close();
  });
}

/** Of a core; what does no more than this is at rest. */
const little = 0.05;
const windowMs = 1_000;
const longestMs = 180_000;

/** Waits until each process is at rest: what it began at its start, or with the first who came, is done. Says so where it never is. */
export async function untilAtRest(all: readonly Used[], atMost = longestMs): Promise<void> {
  for (const until = performance.now() + atMost; performance.now() < until; )
    if ((await shares(all, windowMs)).every((share) => !(share > little))) return;
  console.log(`Not at rest after ${atMost / 1000} s: what follows is measured beside other work of theirs`);
}

/** What part of a core each takes in a while; NaN where that cannot be known. */
async function shares(all: readonly Used[], forMs: number): Promise<readonly number[]> {
  const before = all.map((one) => one.cpuMs());
  const from = performance.now();
  await pause(forMs);
  const took = performance.now() - from;
  return all.map((one, i) => (one.cpuMs() - (before[i] ?? 0)) / took);
}

/** All processes of some sides, each once. */
export const processesOf = (sides: readonly Side[]): readonly Used[] => [
  ...new Set(sides.flatMap(({ programs, database }) => [...programs, ...(database ? [database] : [])])),
];

/** Prints what every side takes of a core while nobody speaks to it: that much of each round is not the round's. */
export async function printAtRest(sides: readonly Side[]): Promise<void> {
  const all = processesOf(sides);
  const took = await shares(all, 10_000);
  const of = (used: readonly Used[]) =>
    used.reduce((sum, one) => sum + (took[all.indexOf(one)] ?? Number.NaN), 0);
  const groups = new Map(sides.map((side) => [side.programs[0], side]));
  console.log('\nat rest, over 10 s');
  console.table(
    [...groups.values()].map(({ name, programs, database }) => ({
      what: name.replace(/^.*; /, '(f) '),
      processes: programs.length,
      '% of a core': (of(programs) * 100).toFixed(2),
      'of the database': database ? (of([database]) * 100).toFixed(2) : '',
      'MiB of the processes': Math.round(programs.reduce((sum, one) => sum + one.residentMiB(), 0)),
    })),
  );
}
