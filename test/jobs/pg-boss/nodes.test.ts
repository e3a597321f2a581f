import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import type { JobQueue } from '#jobs/job-queue.ts';
import { createPgBossJobs } from '#jobs/pg-boss/pg-boss-jobs.ts';
import { until } from '../../http/teams/until.ts';
import { postgresServer, type Server } from '../../store/postgres/server.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  server = await postgresServer();
});
afterAll(() => server.remove());
beforeEach(async () => {
  url = await server.database();
});

const opened: JobQueue[] = [];
const logged: string[] = [];
afterEach(async () => {
  for (const queue of opened.splice(0)) await queue.close(1_000);
  expect(logged.splice(0)).toEqual([]);
});

const pace = { heartbeat: 10, supervision: 1, kept: 1 };
const log = {
  error: (_: unknown, what: string) => logged.push(what),
  info: (what: string) => logged.push(what),
} as never;
const failed = (error: unknown) => {
  throw error;
};

function node(): JobQueue {
  const queue = createPgBossJobs({ url, log, pace });
  opened.push(queue);
  return queue;
}

/** In the place of a server that is away: hangs up on whoever calls. */
async function refusesAll({ dir }: Server) {
  const socket = join(dir, '.s.PGSQL.5432');
  await rm(socket, { force: true });
  let times = 0;
  const listener = createServer((caller) => {
    times += 1;
    caller.destroy();
  }).listen(socket);
  await once(listener, 'listening');
  return {
    times: () => times,
    async stop() {
      listener.close();
      await once(listener, 'close');
    },
  };
}

async function asked<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('two nodes that ask for the same at the same moment have it done once', async () => {
  const runs: string[] = [];
  const nodes = ['a', 'b'].map((which) => {
    const queue = node();
    queue.on('post', { run: async (key) => void runs.push(`${key} ${which}`), failed });
    return queue;
  });
  await Promise.all(nodes.map((queue) => queue.start()));
  const keys = Array.from({ length: 40 }, (_, i) => `c${i}`);
  for (const key of keys) for (const queue of nodes) queue.ask('post', key, { after: 700 });
  for (const queue of nodes) queue.ask('post', 'last', { after: 1_500 });
  await until(() => runs.some((run) => run.startsWith('last')));
  const done = runs.map((run) => run.split(' ')[0]).filter((key) => key !== 'last');
  expect(done.toSorted()).toEqual(keys.toSorted());
});

test('a job is never at work twice, however often nodes ask, and the connections stay few', async () => {
  const atWork = new Map<string, number>();
  let [runs, most, connections] = [0, 0, 0];
  const nodes = [node(), node(), node()];
  for (const queue of nodes)
    queue.on('post', {
      async run(key) {
        const now = (atWork.get(key) ?? 0) + 1;
        atWork.set(key, now);
        most = Math.max(most, now);
        await new Promise((goOn) => setTimeout(goOn, 20));
        atWork.set(key, (atWork.get(key) ?? 0) - 1);
        runs += 1;
      },
      failed,
    });
  await Promise.all(nodes.map((queue) => queue.start()));
  const goOn = setInterval(() => {
    for (const queue of nodes) for (let i = 0; i < 20; i++) queue.ask('post', `c${i}`);
  }, 50);
  await until(async () => {
    const sql = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'trajectoires jobs'`;
    const [row] = await asked<{ n: number }>(sql);
    connections = Math.max(connections, row?.n ?? 0);
    return runs > 200;
  });
  clearInterval(goOn);
  expect(most).toBe(1);
  expect(connections).toBeLessThanOrEqual(12);
});

test('what is done every so often is done once over all nodes, and goes on without one of them', async () => {
  const runs: number[] = [];
  const nodes = [node(), node()];
  for (const queue of nodes) {
    queue.on('look', { run: async () => void runs.push(performance.now()), failed });
    queue.every('look', 1_000);
  }
  await Promise.all(nodes.map((queue) => queue.start()));
  await until(() => runs.length >= 5);
  // Each asks at its start: two of them may come at once, and no others.
  expect((runs[4] ?? 0) - (runs[1] ?? 0)).toBeGreaterThan(2_700);
  await nodes[0]?.close(1_000);
  const before = runs.length;
  await until(() => runs.length >= before + 2);
});

test('what a killed process was at is taken up by another, and what a living one is long at is left to it', async () => {
  const program = join(import.meta.dirname, 'node-program.ts');
  const child = spawn(process.execPath, [program, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const taken = Promise.withResolvers<string>();
  const long = Promise.withResolvers<void>();
  const begun: string[] = [];
  const nodes = [node(), node()];
  for (const queue of nodes) {
    queue.on('held', { run: async (key) => taken.resolve(key), failed });
    queue.on('long', {
      async run(key) {
        begun.push(key);
        await long.promise;
      },
      failed,
    });
    await queue.start();
  }
  nodes[0]?.ask('long', 'b');
  await until(() => begun.length === 1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await taken.promise).toBe('a');
  // Past the time after which it would have been another's.
  const beats = `SELECT 1 FROM trajectoires_jobs.job
    WHERE name = 'long' AND state = 'active' AND heartbeat_on > started_on + interval '11 seconds'`;
  await until(async () => (await asked(beats)).length === 1);
  expect(begun).toEqual(['b']);
  long.resolve();
});

test('what a node has not ended when it stops is begun by another at once', async () => {
  const [first, second] = [node(), node()];
  const begun = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<string>();
  first.on('held', {
    run() {
      begun.resolve();
      return new Promise(() => {});
    },
    failed,
  });
  second.on('held', { run: async (key) => taken.resolve(key), failed });
  await first.start();
  first.ask('held', 'a');
  await begun.promise;
  await second.start();
  const stopped = performance.now();
  await first.close(500);
  expect(await taken.promise).toBe('a');
  expect(performance.now() - stopped).toBeLessThan(8_000);
});

test('what was asked for a moment before a stop is done by another', async () => {
  const [first, second] = [node(), node()];
  const runs: string[] = [];
  for (const queue of [first, second]) queue.on('post', { run: async (key) => void runs.push(key), failed });
  await first.start();
  first.ask('post', 'a');
  await first.close(1_000);
  expect(runs).toEqual([]);
  await second.start();
  await until(() => runs.length === 1);
});

test('a database that is away is told once, and what was asked meanwhile is done once it is back', async () => {
  const runs: string[] = [];
  const queue = node();
  queue.on('post', { run: async (key) => void runs.push(key), failed });
  await queue.start();
  await server.kill();
  const refusing = await refusesAll(server);
  for (const key of ['a', 'b']) {
    queue.ask('post', key);
    const before = refusing.times();
    await until(() => refusing.times() > before + 1);
  }
  expect(logged).toHaveLength(1);
  await refusing.stop();
  await server.start();
  await until(() => runs.length === 2);
  await until(() => logged.length === 2);
  expect(logged.splice(0)).toEqual([
    'the queue of jobs cannot reach its database; it keeps trying',
    'the queue of jobs reaches its database again',
  ]);
});

test('nothing stays of a job that is over, and nothing of what went wrong is kept', async () => {
  const queue = node();
  let tries = 0;
  queue.on('post', {
    async run() {
      tries += 1;
      if (tries === 1) throw new Error('Ana wrote this');
    },
    failed: () => undefined,
  });
  await queue.start();
  queue.ask('post', 'a');
  const rows = () =>
    asked<{ output: unknown; data: unknown }>('SELECT output, data FROM trajectoires_jobs.job');
  const [row] = await until(async () => {
    const all = await rows();
    return tries === 1 && all.length > 0 && all;
  });
  expect(row?.data).toEqual({ key: 'a' });
  await until(async () => tries === 2 && (await rows()).length === 0);
  expect(JSON.stringify(row)).not.toContain('Ana');
});
