import { Worker } from 'node:worker_threads';
import type { Opinion } from '#domain/results/group-scenario.ts';
import type { Ballots } from '#scenario/analysis/clusters/opinion.ts';

/** Draws the opinion groups of a consultation, off the event loop; rejects when it cannot. The ballots are handed over. */
export type DrawClusters = (ballots: Ballots) => Promise<Opinion>;

const deadlineMs = 60_000;

/** On a thread of its own, which ends with the answer and gives its memory back. */
export const drawClusters: DrawClusters = (ballots) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] });
  const drawn = Promise.withResolvers<Opinion>();
  const deadline = setTimeout(() => void worker.terminate(), deadlineMs).unref();
  worker.once('message', (opinion: Opinion) => drawn.resolve(opinion));
  worker.once('error', (error) => drawn.reject(error));
  worker.once('exit', () => {
    clearTimeout(deadline);
    drawn.reject(new Error('The opinion groups were not drawn in time'));
  });
  worker.unref();
  worker.postMessage(ballots, [ballots.ballots.buffer]);
  return drawn.promise;
};
