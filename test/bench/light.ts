/**
 * Light on one: `npm run bench -- light`. The program on one core and 512 MB, with fifty people at once for five minutes, the pages of
 * the space and its files meanwhile. Says how long it took, and the most memory that it had with all its threads.
 * `PEOPLE`, `SECONDS` and `MEGABYTES` change it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lightRun } from './light/run.ts';

const dir = await mkdtemp(join(tmpdir(), 'trajectoires-light-'));
try {
  const people = Number(process.env.PEOPLE ?? 50);
  const seconds = Number(process.env.SECONDS ?? 300);
  const megabytes = Number(process.env.MEGABYTES ?? 512);
  const ran = await lightRun(dir, { people, forMs: seconds * 1000, shortest: 3_000, megabytes });
  console.log(`${people} people at once for ${seconds} s, Node ${process.version}`);
  console.log(`one core: ${ran.core}; ${megabytes} MB: ${ran.bound}`);
  console.table(ran.figures);
  console.table(ran.files);
  for (const failure of ran.failures.slice(0, 5)) console.log(failure);
} finally {
  await rm(dir, { recursive: true, force: true });
}
