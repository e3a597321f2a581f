import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, systemClock } from './clock.ts';
import type { JobQueue, Work } from './job-queue.ts';

/** A job that was asked for and has not begun. */
interface Asked {
  readonly name: string;
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly due: number;
  readonly cancel: () => void;
}

/** The longest wait between two tries, in milliseconds. */
const longestWait = 5 * 60_000;

/** The queue of a program that is alone with its store: in memory. What a stop leaves is found in the store by the next start. */
export function createInProcessJobs(clock: Clock = systemClock): JobQueue {
  const works = new Map<string, Work>();
  const periods = new Map<string, number>();
  const asked = new Map<string, Asked>();
  const atWork = new Map<string, Promise<void>>();
  const failures = new Map<string, number>();
  const stop = new AbortController();
  let isStarted = false;

  const ask: JobQueue['ask'] = (name, key, { after = 0 } = {}) => {
    if (!works.has(name)) throw new Error(`Nothing does the jobs named ${name}`);
    const id = `${name} ${key}`;
    const due = clock.now() + after;
    const before = asked.get(id);
    if (stop.signal.aborted || (before !== undefined && before.due <= due)) return;
    before?.cancel();
    plan(id, { name, key, due });
  };
  const plan = (id: string, job: Omit<Asked, 'cancel'>) => {
    const one: Asked = { ...job, cancel: later(job.due - clock.now(), () => begin(id, one)) };
    asked.set(id, one);
  };
  const later = (ms: number, run: () => void): (() => void) => {
    if (ms > 0) return clock.after(ms, run);
    queueMicrotask(run);
    return () => {};
  };
  const begin = (id: string, one: Asked) => {
    // One that is at work plans what was asked meanwhile, as the start does.
    if (asked.get(id) !== one || atWork.has(id) || !isStarted || stop.signal.aborted) return;
    asked.delete(id);
    const ended = run(id, one).then(() => {
      atWork.delete(id);
      planAgain(id);
    });
    atWork.set(id, ended);
  };
  const planAgain = (id: string) => {
    const one = asked.get(id);
    one?.cancel();
    if (one !== undefined) plan(id, one);
  };
  const run = async (id: string, { name, key }: Asked) => {
    const [work, began] = [works.get(name), clock.now()];
    try {
      await work?.run(key, stop.signal);
      failures.delete(id);
    } catch (error) {
      // What a stop cuts short is no failure.
      if (stop.signal.aborted) return;
      work?.failed(error);
      const before = failures.get(id) ?? 0;
      failures.set(id, before + 1);
      ask(name, key, { after: Math.min(1_000 * 2 ** before, longestWait) });
    }
    const period = periods.get(name);
    if (period !== undefined && key === '') ask(name, key, { after: began + period - clock.now() });
  };
  return {
    on: (name, work) => void works.set(name, work),
    every: (name, ms) => void periods.set(name, ms),
    ask,
    async start() {
      isStarted = true;
      for (const name of periods.keys()) ask(name, '');
      for (const id of [...asked.keys()]) planAgain(id);
    },
    async close(patienceMs) {
      stop.abort();
      for (const { cancel } of asked.values()) cancel();
      asked.clear();
      await Promise.race([Promise.all(atWork.values()), pause(patienceMs, undefined, { ref: false })]);
    },
  };
}
