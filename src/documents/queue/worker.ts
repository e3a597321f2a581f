import { parentPort, workerData } from 'node:worker_threads';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import type { Job } from './job.ts';
import { renderDocument } from './render.ts';
import type { Equipped, WorkerPrinted } from './thread.ts';

/** The thread on which files are printed: one job after the other, each answered with its bytes or with what went wrong. */
const { all, wording }: Equipped = workerData;
const spoken = { catalogues: cataloguesOf(all), phrases: phrasesIn(wording) };

parentPort?.on('message', async (job: Job) => {
  try {
    // Bytes of their own: what is handed over is not shared with anything here.
    const bytes = new Uint8Array(await renderDocument(job, spoken));
    parentPort?.postMessage({ bytes } satisfies WorkerPrinted, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ error } satisfies WorkerPrinted);
  }
});

function phrasesIn(folder: string) {
  const loaded = loadPhrases(folder);
  if ('phrases' in loaded) return loaded.phrases;
  const [first] = loaded.problems;
  throw new Error(`The wording in ${folder} is not as it should be: ${first?.file} ${first?.message}`);
}
