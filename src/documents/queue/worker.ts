import { workerData } from 'node:worker_threads';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { type Catalogues, cataloguesOf } from '#domain/catalogue/catalogues.ts';
import type { WordingSource } from '#wording/wording.ts';
import type { Job } from './job.ts';
import { renderDocument } from './render.ts';

/** What the thread on which files are printed is given at its start. */
export interface Equipped {
  readonly all: Catalogues['all'];
  /** The folder of the program's own wording. */
  readonly wording: string;
}

const { all, wording }: Equipped = workerData;
let source: WordingSource | undefined;

/** A job with the catalogues that were written for its consultations. */
export interface EquippedJob {
  readonly job: Job;
  readonly own: readonly Catalogue[];
}

/** Prints one file. What is wrong with the wording is told at the job that needs it. */
export default async function print({ job, own }: EquippedJob): Promise<Uint8Array> {
  source ??= { catalogues: cataloguesOf(all), phrases: phrasesIn(wording) };
  for (const catalogue of own) source.catalogues.add(catalogue.edition, () => catalogue);
  // Bytes of their own: with a part of a larger buffer, the whole of it would go from thread to thread.
  return new Uint8Array(await renderDocument(job, source));
}

function phrasesIn(folder: string) {
  const loaded = loadPhrases(folder);
  if ('phrases' in loaded) return loaded.phrases;
  const [first] = loaded.problems;
  throw new Error(`The wording in ${folder} is not as it should be: ${first?.file} ${first?.message}`);
}
