import type { Job, PgBoss } from 'pg-boss';
import type { Work } from '../job-queue.ts';
import type { Pace } from './open-boss.ts';
import type { Outage } from './outage.ts';
import type { Postbox } from './postbox.ts';

/** Takes what is due and does it, a bounded number of each name at once. */
export interface Runner {
  look(name: string): Promise<void>;
  /** Settles once nothing is at work. */
  ended(): Promise<void>;
  /** Lets another node have what is still at work. */
  giveBack(): Promise<void>;
}

interface Parts {
  readonly boss: PgBoss;
  readonly works: ReadonlyMap<string, Work>;
  readonly periods: ReadonlyMap<string, number>;
  readonly postbox: Postbox;
  readonly outage: Outage;
  readonly stopping: AbortSignal;
  readonly pace: Pace;
}

type Taken = Job<{ readonly key: string }>;

/** Jobs of one name at work on a node at once, so that what waits for others' servers holds little up. */
const width = 16;

export function createRunner(parts: Parts): Runner {
  const { boss, works, periods, postbox, outage, stopping } = parts;
  const busy = new Map<string, number>();
  const atWork = new Map<Taken, Promise<void>>();
  const count = (name: string, more: number) => busy.set(name, (busy.get(name) ?? 0) + more);

  const look = async (name: string) => {
    const work = works.get(name);
    const free = width - (busy.get(name) ?? 0);
    if (work === undefined || free === 0 || stopping.aborted) return;
    // Held before the answer is there: two looks at once take no more than one.
    count(name, free);
    const taken = await boss.fetch<Taken['data']>(name, { batchSize: free }).catch((error: unknown) => {
      outage.failed(error);
      return [];
    });
    count(name, taken.length - free);
    for (const job of taken) {
      const ended = run(job, work).then(() => {
        atWork.delete(job);
        count(name, -1);
        // Asked for meanwhile, or more than there was room for.
        return look(name);
      });
      atWork.set(job, ended);
    }
  };
  const run = async (job: Taken, work: Work) => {
    const { name, data } = job;
    const [began, period] = [performance.now(), periods.get(name)];
    const claim = keepClaim(job, parts);
    const isDone = await tried(work, data.key, AbortSignal.any([stopping, claim.signal]));
    claim.end();
    if (period !== undefined && data.key === '')
      postbox.put(name, '', Math.max(0, began + period - performance.now()));
    try {
      // First what it asked for: cut short in between, it is done once more.
      await postbox.send();
      if (isDone) await boss.complete(name, job);
      else await boss.fail(name, job);
    } catch (error) {
      outage.failed(error);
    }
  };
  return {
    look,
    ended: async () => void (await Promise.all(atWork.values())),
    async giveBack() {
      await Promise.allSettled([...atWork.keys()].map((job) => boss.fail(job.name, job)));
    },
  };
}

/** Whether all of it was done. What a stop or another node cuts short is no failure, and is done once more. */
async function tried(work: Work, key: string, stopping: AbortSignal): Promise<boolean> {
  try {
    await work.run(key, stopping);
  } catch (error) {
    if (!stopping.aborted) work.failed(error);
    return false;
  }
  return !stopping.aborted;
}

/** Says at intervals that the job is at work here; aborts once another node has taken it over. */
function keepClaim(job: Taken, { boss, pace, outage }: Parts) {
  const lost = new AbortController();
  const beat = async () => {
    try {
      const touched = await boss.touch(job.name, job);
      if ('affected' in touched && touched.affected === 0) lost.abort();
    } catch (error) {
      outage.failed(error);
    }
  };
  const timer = setInterval(beat, (pace.heartbeat * 1_000) / 3).unref();
  return { signal: lost.signal, end: () => clearInterval(timer) };
}
