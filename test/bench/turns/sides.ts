import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caller } from '../load.ts';
import { type MeasuredProgram, startMeasured } from '../measured.ts';
import type { Used } from '../processes.ts';
import type { StorageName } from './choice.ts';
import type { ConnectorServer } from './connector.ts';

/** One side of the comparison. */
export interface Side {
  readonly key: string;
  readonly name: string;
  /** Of our sides: what keeps people's words. */
  readonly storage?: StorageName;
  /** The addresses that callers speak to, in turn. */
  readonly urls: readonly string[];
  /** All processes that it takes, but those of a database. */
  readonly programs: readonly MeasuredProgram[];
  /** Absent: it has none. */
  readonly database?: Used;
  readonly callers: readonly Caller[];
}

/** A side that is not there, and what to do for it to be. */
export interface Skipped {
  readonly name: string;
  readonly remedy: string;
}

/** Every program that was started, and what it wrote, to be taken away at the end. */
export interface Stage {
  readonly connector: ConnectorServer;
  readonly people: number;
  readonly start: (
    program: string | readonly string[],
    env?: Record<string, string>,
  ) => Promise<MeasuredProgram>;
  readonly folder: string;
  /** What is to be done at the end, while the programs still run, or once they are over. */
  atEnd(when: 'first' | 'last', end: () => unknown): void;
  close(): Promise<void>;
}

export async function openStage(connector: ConnectorServer, people: number): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-bench-'));
  const programs: MeasuredProgram[] = [];
  const ends = { first: [] as (() => unknown)[], last: [] as (() => unknown)[] };
  return {
    ...{ connector, people, folder },
    async start(program, env) {
      const started = await startMeasured(program, env);
      programs.push(started);
      return started;
    },
    atEnd: (when, end) => void ends[when].push(end),
    async close() {
      for (const end of ends.first) await end();
      await Promise.all(programs.map((program) => program.stop()));
      for (const end of ends.last) await end();
      connector.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
