import type { MeasuredProgram } from '../measured.ts';
import { untilAtRest } from '../turns/rest.ts';
import { perOne } from './per-one.ts';
import { openSockets } from './sockets.ts';

/** What open connections take, in MiB and KiB each. */
export interface Opened {
  readonly before: number;
  readonly half: number;
  readonly open: number;
  readonly eachKiB: number;
  close(): Promise<void>;
}

/** Less than what the recognisers stay awake for once somebody was there: their memory is to be in both figures. */
const waitMs = 35_000;

/**
 * Opens so many in two halves. What each takes is what the second half adds: the first one wakes what a first conversation does, the
 * recognisers before all.
 */
export async function openHalves(program: MeasuredProgram, secret: string, sockets: number): Promise<Opened> {
  const half = Math.floor(sockets / 2);
  const before = program.residentMiB();
  const open = async (many: number) => {
    const close = await openSockets(program.url, secret, many);
    await untilAtRest([program], waitMs);
    return { close, mib: program.residentMiB() };
  };
  const [first, second] = [await open(half), await open(sockets - half)];
  return {
    ...{ before, half: first.mib, open: second.mib },
    eachKiB: perOne(second.mib - first.mib, sockets - half),
    async close() {
      await first.close();
      await second.close();
    },
  };
}
