import type { Logger } from 'pino';
import { createInProcessJobs } from '#jobs/in-process-jobs.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import type { Config } from './config.ts';

/** The queue of what the program does by itself: in memory, or in the database that several nodes share. */
export async function openJobs({ database }: Pick<Config, 'database'>, log: Logger): Promise<JobQueue> {
  if (database === undefined) return createInProcessJobs();
  // Loaded where it is needed alone: a start on files is none the slower.
  const { createPgBossJobs } = await import('#jobs/pg-boss/pg-boss-jobs.ts');
  return createPgBossJobs({ url: database.url, log });
}
