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

export async function runOne(
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
