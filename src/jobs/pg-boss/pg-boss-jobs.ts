import { setTimeout as pause } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { JobQueue, Work } from '../job-queue.ts';
import { createBoss, openQueue, type Pace } from './open-boss.ts';
import { createOutage } from './outage.ts';
import { createPostbox, type Postbox } from './postbox.ts';
import { createRunner, type Runner } from './runner.ts';
import { type JobTable, jobTable } from './table.ts';

/** A node that is gone is found within half a minute. */
const calm: Pace = { heartbeat: 20, supervision: 10, kept: 600 };

/** Between two looks at what is due, in milliseconds: what another node asked for, and did not come to. */
const pollMs = 1_000;

interface Parts {
  /** The address of a PostgreSQL database. */
  readonly url: string;
  readonly log: Pick<Logger, 'error' | 'info'>;
  readonly pace?: Pace;
}

/** The queue of several nodes on one PostgreSQL, by pg-boss. While the database is away nothing is lost: it goes on once it is back. */
export function createPgBossJobs({ url, log, pace = calm }: Parts): JobQueue {
  const works = new Map<string, Work>();
  const periods = new Map<string, number>();
  const stop = new AbortController();
  const outage = createOutage(log, stop.signal);
  const boss = createBoss(url, pace);
  boss.on('error', outage.failed);
  const table = jobTable(boss);
  let isBegun = false;
  const postbox = createPostbox({
    ...{ boss, table, outage, isOpen: () => isBegun, wake: (name: string) => runner.look(name) },
  });
  const runner = createRunner({ boss, works, periods, postbox, outage, stopping: stop.signal, pace });
  let timer: NodeJS.Timeout | undefined;
  const poll = async () => {
    try {
      if (!isBegun) await begin(boss, works, pace);
      isBegun = true;
      await postbox.send();
      await lookAtDue(table, runner);
      outage.over();
    } catch (error) {
      outage.failed(error);
    }
    if (!stop.signal.aborted) timer = setTimeout(poll, pollMs).unref();
  };
  return {
    on: (name, work) => void works.set(name, work),
    every: (name, ms) => void periods.set(name, ms),
    ask(name, key, { after = 0 } = {}) {
      if (!works.has(name)) throw new Error(`Nothing does the jobs named ${name}`);
      if (!stop.signal.aborted) postbox.put(name, key, after);
    },
    async start() {
      for (const name of periods.keys()) postbox.put(name, '', 0);
      await poll();
    },
    async close(patienceMs) {
      clearTimeout(timer);
      stop.abort();
      await within(patienceMs, runner.ended());
      // A database that is away is not waited for: what was at work is taken up once its heartbeat is missed.
      await within(patienceMs, leave(boss, runner, postbox));
    },
  };
}

const within = (ms: number, work: Promise<void>): Promise<void> =>
  Promise.race([work, pause(ms, undefined, { ref: false })]);

async function leave(boss: PgBoss, runner: Runner, postbox: Postbox): Promise<void> {
  await runner.giveBack();
  // What was asked for a moment ago is another node's to do.
  await postbox.send().catch(() => {});
  await boss.stop({ graceful: false }).catch(() => {});
}

async function begin(boss: PgBoss, works: ReadonlyMap<string, Work>, pace: Pace): Promise<void> {
  await boss.start();
  for (const name of works.keys()) await openQueue(boss, name, pace);
}

async function lookAtDue(table: JobTable, runner: Runner): Promise<void> {
  for (const name of await table.due()) await runner.look(name);
}
