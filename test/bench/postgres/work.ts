import { setTimeout as pause } from 'node:timers/promises';
import type { Query } from '#store/postgres/database.ts';
import type { Used } from '../processes.ts';

/** What a database did in a while. */
export interface Work {
  readonly seconds: number;
  /** A statement of the program is a transaction of its own, but for a few. */
  readonly transactions: number;
  readonly cpuMs: number;
  readonly walBytes: number;
}

/** Backends tell what they did about once a second, and within ten at the latest. */
const told = 11_000;

/** What the server did until the promise that is given back is asked for; `query` is of the same server. */
export async function workOf(query: Query, used: Used, work: () => Promise<unknown>): Promise<Work> {
  await pause(told);
  const [before, from] = [await counted(query, used), performance.now()];
  await work();
  const seconds = (performance.now() - from) / 1000;
  const cpuMs = used.cpuMs() - before.cpuMs;
  await pause(told);
  const after = await counted(query, used);
  return {
    ...{ seconds, cpuMs },
    transactions: after.transactions - before.transactions,
    walBytes: after.walBytes - before.walBytes,
  };
}

async function counted(query: Query, used: Used) {
  const [row] = await query<{ transactions: string; wal: string }>(
    `SELECT xact_commit + xact_rollback AS transactions, pg_current_wal_insert_lsn() - '0/0' AS wal
     FROM pg_stat_database WHERE datname = current_database()`,
  );
  return {
    transactions: Number(row?.transactions),
    walBytes: Number(row?.wal),
    cpuMs: used.cpuMs(),
  };
}

/** Counters that go on while they are waited for; the others are read when the work is over. */
const waitedFor = { transactions: told / 1000, walBytes: told / 1000, cpuMs: 0 };
type Figure = keyof typeof waitedFor;

/** What it does in a second. */
export const aSecond = (work: Work, figure: Figure): number =>
  work[figure] / (work.seconds + waitedFor[figure]);

/** What a thousand turns add to what goes on at rest. */
export const aThousand = (work: Work, rest: Work, turns: number, figure: Figure): number =>
  ((work[figure] - aSecond(rest, figure) * (work.seconds + waitedFor[figure])) * 1000) / turns;

/** Connections of the program to the database now. */
export async function connectionsTo(query: Query): Promise<number> {
  const [row] = await query<{ n: string }>(
    `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  return Number(row?.n);
}
