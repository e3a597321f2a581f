import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { createPgBossJobs } from '#jobs/pg-boss/pg-boss-jobs.ts';
import { postgresServer, type Server } from '../../store/postgres/server.ts';
import { jobQueueContract } from '../contract.ts';

let server: Server;
beforeAll(async () => {
  server = await postgresServer();
});
afterAll(() => server.remove());

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const log = { error: (...told: unknown[]) => console.error(...told), info: () => undefined } as never;

jobQueueContract(async () => {
  const queue = createPgBossJobs({ url: await server.database(), log });
  ends.push(() => queue.close(1_000));
  return queue;
});
