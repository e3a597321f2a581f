import { Piscina } from 'piscina';
import type { Equipped, EquippedJob } from './worker.ts';

/** The thread on which files are printed, one job at a time; it starts with the first one. */
export interface DocumentPool {
  /** Rejects with what went wrong; past the deadline its thread is ended, and the next job has a new one. */
  print(job: EquippedJob, deadlineMs: number): Promise<Uint8Array>;
  /** Ends the thread; the job at work rejects. */
  close(): Promise<void>;
}

/** `idleMs`: how long the thread waits for another job before it ends and gives its memory back. */
export function createDocumentPool(equipped: Equipped, idleMs: number): DocumentPool {
  const pool = new Piscina<EquippedJob, Uint8Array>({
    filename: new URL('./worker.ts', import.meta.url).href,
    workerData: equipped,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: idleMs,
    recordTiming: false,
    // Several times what the longest report needs: a thread that wants more ends by itself, and not the program.
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 },
    // No option of the process is passed on: some, meant for its entry point, end a worker at once.
    execArgv: [],
  });
  let atWork: AbortController | undefined;
  // A thread that could not even start: the pool says it here, and would let the job wait.
  pool.on('error', (error) => atWork?.abort(error));

  return {
    async print(job, deadlineMs) {
      const ending = new AbortController();
      atWork = ending;
      const late = () => ending.abort(new Error(`A ${job.job.kind} was not printed within ${deadlineMs} ms`));
      const deadline = setTimeout(late, deadlineMs).unref();
      try {
        return await pool.run(job, { signal: ending.signal });
      } catch (error) {
        throw ending.signal.aborted ? ending.signal.reason : error;
      } finally {
        clearTimeout(deadline);
      }
    },
    close: () => pool.destroy(),
  };
}
