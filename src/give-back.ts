import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How often the event loop is looked at, in milliseconds, and the share of that time at work up to which it is at rest. */
const [every, atRest] = [10_000, 0.03];

/** Collections after each busy time: V8 gives a part of what is free back with each. */
const collections = 2;

/**
 * Gives memory back once nobody has come for a while. V8 looks for garbage as more is allocated: a program at rest after a busy
 * hour, or after its own start, would keep all of it.
 */
export function giveBackAtRest(look: number = every): () => void {
  const collect = collector();
  let left = collections;
  let before = performance.eventLoopUtilization();
  const clock = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    if (utilization > atRest) left = collections;
    else if (left > 0) {
      left -= 1;
      collect();
    }
  }, look).unref();
  return () => clearInterval(clock);
}

/** V8's own, which Node gives by a flag of the start alone. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return () => {
    if (typeof collect === 'function') collect();
  };
}
