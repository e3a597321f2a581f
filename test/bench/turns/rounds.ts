import { load } from '../load.ts';
import type { Used } from '../processes.ts';
import { untilAtRest } from './rest.ts';
import type { Side } from './sides.ts';

/** What one side reached in one round; figures are of all its processes together. */
export interface Reached {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuUs: number;
  /** Of its database; 0 where it has none. */
  readonly databaseUs: number;
  /** By its processes, a database not counted. */
  readonly writtenBytes: number;
  /** Of the load generator and the connector in it, for each turn. */
  readonly callerUs: number;
}

/** Lets every side run in turn, round after round, so that a busy moment of the machine falls on all; a list of rounds a side. */
export async function runRounds(
  sides: readonly Side[],
  { connections, rounds, runMs }: { connections: number; rounds: number; runMs: number },
): Promise<readonly (readonly Reached[])[]> {
  const reached = sides.map((): Reached[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [i, side] of sides.entries()) reached[i]?.push(await runOne(side, connections, runMs));
  return reached;
}

/** Turns after which what a side does often is compiled, and the milliseconds for which they are waited for at most. */
const warmTurns = 8_000;
const longestWarmMs = 60_000;

/**
 * Lets each side run until its program has its code compiled, as long as every other. By one caller at first: what blocks for seconds
 * then would have the connections of others cut; and no further until what that caller woke is at rest.
 */
export async function warmUp(sides: readonly Side[], connections: number): Promise<void> {
  for (const side of sides) {
    await runOne(side, 1, 1_000);
    await untilAtRest([...side.programs, ...databaseOf(side)]);
    const seconds: number[] = [];
    const until = performance.now() + longestWarmMs;
    while (performance.now() < until && !isWarm(seconds))
      seconds.push((await runOne(side, connections, 1_000)).perSecond);
    const turns = seconds.reduce((sum, one) => sum + one, 0);
    console.log(
      `warm: ${side.name}, ${Math.round(turns)} turns in ${seconds.length} s, the last ${seconds.at(-1)}`,
    );
  }
}

/** Whether so many turns in each second are enough: as many as every side has, and no more in the last second than in one before. */
export function isWarm(seconds: readonly number[]): boolean {
  const turns = seconds.reduce((sum, one) => sum + one, 0);
  return turns >= warmTurns && (seconds.at(-1) ?? 0) <= 1.02 * Math.max(...seconds.slice(0, -1));
}

async function runOne(side: Side, connections: number, runMs: number): Promise<Reached> {
  const { urls, programs, callers } = side;
  const used = () => ({
    cpu: cpuOf(programs),
    database: cpuOf(databaseOf(side)),
    bytes: programs.reduce((total, one) => total + one.writtenBytes(), 0),
  });
  let [before, own] = [used(), process.cpuUsage()];
  const { turns, perSecond, p50, p99 } = await load(urls, callers.slice(0, connections), {
    runMs,
    begun() {
      [before, own] = [used(), process.cpuUsage()];
    },
  });
  const { user, system } = process.cpuUsage(own);
  const after = used();
  return {
    ...{ perSecond, p50, p99 },
    cpuUs: ((after.cpu - before.cpu) * 1000) / turns,
    databaseUs: ((after.database - before.database) * 1000) / turns,
    writtenBytes: (after.bytes - before.bytes) / turns,
    callerUs: (user + system) / turns,
  };
}

const databaseOf = ({ database }: Side): readonly Used[] => (database ? [database] : []);

const cpuOf = (all: readonly Used[]) => all.reduce((total, one) => total + one.cpuMs(), 0);

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
