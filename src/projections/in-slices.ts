import { setImmediate as loopTurn } from 'node:timers/promises';

/** How long one piece of work may hold the event loop up, in milliseconds. */
const longest = 5;

/** Does something with each of many items; turns go on in between. */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let from = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - from < longest) continue;
    await loopTurn();
    from = performance.now();
  }
}
