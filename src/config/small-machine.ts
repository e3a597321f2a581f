import { availableParallelism, totalmem } from 'node:os';

/** In bytes. A machine sold as one of a gigabyte has some less. */
const small = 900 * 1024 * 1024;

/**
 * Whether there is one core alone, or less than a gigabyte, by the machine or by the bounds of a container or service. Threads
 * that can wait for each other then do, rather than all being warm at once.
 */
export function isSmallMachine(
  cores = availableParallelism(),
  bytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
): boolean {
  return cores === 1 || bytes < small;
}

/**
 * On a small machine the recogniser has one worker, back once the thread of documents has ended (after a second) and the engine has given back
 * what that held (after eight more): either would else be held twice.
 */
export const recogniserOfMachine = () => (isSmallMachine() ? { alone: true, restAfterRoomMs: 10_000 } : {});
