import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { nameOf, shardOf } from '#store/files/documents/name.ts';
import { playCrowd } from '../../../src/tools/simulate/play.ts';
import { startCheckout } from './checkout.ts';

/** A participant's document as the program under measure wrote it. */
export interface Sample {
  readonly id: string;
  readonly text: string;
}

/** Lets people go through the whole consultation against a program, and reads what it kept of those who answered most. */
export async function playedBy(program: string, dir: string, people: number): Promise<readonly Sample[]> {
  const child = await startCheckout(program, dir);
  const options = {
    participants: people,
    seed: 7,
    url: child.url,
    consultation: 'decouverte',
    concurrency: 8,
  };
  await playCrowd(options, () => {}).finally(() => child.stop());
  const samples = await documentsIn(join(dir, 'participant'));
  return samples.sort((a, b) => b.text.length - a.text.length);
}

/**
 * Writes so many people into a data folder that a program made and left: copies of the samples under ids of their own, as
 * its store writes them.
 */
export async function storePeople(dir: string, samples: readonly Sample[], people: number): Promise<void> {
  const before = (await readdir(join(dir, 'journal'))).map((name) => Number.parseInt(name, 10));
  let cursor = Math.max(...before);
  await rm(join(dir, 'participant'), { recursive: true, force: true });
  for (let shard = 0; shard < 256; shard++)
    await mkdir(join(dir, 'participant', shard.toString(16).padStart(2, '0')), { recursive: true });
  const write = async (i: number) => {
    const sample = samples[i % samples.length];
    if (sample === undefined) throw new Error('There is nobody to copy');
    const id = createHash('sha256').update(`person ${i}`).digest('base64url');
    const path = join(dir, 'participant', shardOf(id), `${nameOf(id)}.json`);
    cursor += 1;
    const numbered = sample.text.replace(/("cursor": ?)\d+/, `$1${cursor}`);
    await writeFile(path, numbered.replaceAll(sample.id, id));
  };
  for (let i = 0; i < people; i += 64)
    await Promise.all(Array.from({ length: Math.min(64, people - i) }, (_, j) => write(i + j)));
  await rm(join(dir, 'journal'), { recursive: true });
  await mkdir(join(dir, 'journal'));
  await writeFile(join(dir, 'journal', `${String(cursor).padStart(15, '0')}.log`), '');
}

async function documentsIn(folder: string): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.json')) continue;
    const text = await readFile(join(folder, dirname(name), name.slice(dirname(name).length + 1)), 'utf8');
    samples.push({ id: JSON.parse(text).record.id, text });
  }
  return samples;
}
