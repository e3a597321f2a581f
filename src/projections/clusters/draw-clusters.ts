import { Piscina } from 'piscina';
import { SerialQueue } from '#domain/in-memory/serial-queue.ts';
import type { Opinion } from '#domain/results/group-scenario.ts';
import type { Ballots } from '#scenario/analysis/clusters/ballots.ts';

/**
 * Draws the opinion groups of a consultation, off the event loop; rejects when it cannot, undefined once closed. The
 * ballots are handed over.
 */
export type DrawClusters = (ballots: Ballots) => Promise<Opinion | undefined>;

/** Where opinion groups are drawn. */
export interface Opinions {
  readonly draw: DrawClusters;
  close(): Promise<void>;
}

/** What a drawing may take beside its deadline, in milliseconds a person: a million took 38 s on a busy machine (`npm run bench -- scenario`). */
const perPersonMs = 0.2;

/** One drawing at a time, however many consultations want theirs: the other processors go on with the turns. */
export function createClusterPool({ deadlineMs = 60_000 }: { readonly deadlineMs?: number } = {}): Opinions {
  const pool = new Piscina<Ballots, Opinion>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    // The thread ends with the last answer and gives its memory back.
    idleTimeout: 0,
    recordTiming: false,
    // No option of the process is passed on: some, meant for its entry point, end a worker at once.
    execArgv: [],
  });
  // What goes wrong while nothing is drawn: the next drawing tells it by itself.
  pool.on('error', () => {});
  const queue = new SerialQueue();
  let isClosed = false;

  async function drawn(ballots: Ballots): Promise<Opinion | undefined> {
    if (isClosed) return undefined;
    // From its start, not from when it was asked for: others may have been at work.
    const people = ballots.ballots.length / Math.max(1, ballots.trajectories.length);
    const signal = AbortSignal.timeout(Math.ceil(deadlineMs + people * perPersonMs));
    try {
      return await pool.run(ballots, { transferList: [ballots.ballots.buffer], signal });
    } catch (error) {
      if (isClosed) return undefined;
      throw signal.aborted ? new Error('The opinion groups were not drawn in time') : error;
    }
  }

  return {
    draw: (ballots) => queue.run(() => drawn(ballots)),
    async close() {
      isClosed = true;
      await pool.destroy();
    },
  };
}
