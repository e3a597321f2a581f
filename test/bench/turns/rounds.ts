import { load } from '../load.ts';
import type { MeasuredProgram } from '../measured.ts';
import type { Side } from './sides.ts';

/** What one side reached in one round; figures are of all its processes together. */
export interface Reached {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuUs: number;
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
const warmTurns = 4_000;
const longestWarmMs = 20_000;

/**
 * Lets each side run until its program has its code compiled. By one caller at first: what blocks for seconds then would have the
 * connections of others cut.
 */
export async function warmUp(sides: readonly Side[], connections: number): Promise<void> {
  for (const side of sides) {
    const until = performance.now() + longestWarmMs;
    await runOne(side, 1, 2_000);
    for (let turns = 0; turns < warmTurns && performance.now() < until; )
      turns += (await runOne(side, connections, 1_000)).perSecond;
  }
}

async function runOne(
  { urls, programs, callers }: Side,
  connections: number,
  runMs: number,
): Promise<Reached> {
  const before = { cpu: sum(programs, 'cpuMs'), bytes: sum(programs, 'writtenBytes') };
  const own = process.cpuUsage();
  const { turns, perSecond, p50, p99 } = await load(urls, callers.slice(0, connections), {
    warmMs: 0,
    runMs,
  });
  const { user, system } = process.cpuUsage(own);
  return {
    ...{ perSecond, p50, p99 },
    cpuUs: ((sum(programs, 'cpuMs') - before.cpu) * 1000) / turns,
    writtenBytes: (sum(programs, 'writtenBytes') - before.bytes) / turns,
    callerUs: (user + system) / turns,
  };
}

const sum = (programs: readonly MeasuredProgram[], figure: 'cpuMs' | 'writtenBytes') =>
  programs.reduce((total, program) => total + program[figure](), 0);

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
