import { createPgBossJobs } from '#jobs/pg-boss/pg-boss-jobs.ts';

/** A node that takes every job named `held`, says so, and never ends it. */
const [url = ''] = process.argv.slice(2);
const jobs = createPgBossJobs({
  ...{ url, pace: { heartbeat: 10, supervision: 1, kept: 600 } },
  log: { error: console.error, info: console.error } as never,
});
jobs.on('held', {
  run(key) {
    console.log(key);
    return new Promise(() => {});
  },
  failed: console.error,
});
await jobs.start();
jobs.ask('held', 'a');
// Nothing else keeps the process.
setInterval(() => {}, 60_000);
