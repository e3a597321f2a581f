/** How many durable saves a second the embedded store takes, with 1, 8 and 32 writers: `node test/bench/store.ts`. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#store/files/open.ts';
import { person } from '../store/people.ts';

const seconds = 2;
const dir = await mkdtemp(join(process.argv[3] ?? tmpdir(), 'trajectoires-bench-'));
const store = await openStore(dir);
for (const writers of [1, 8, 32]) {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(Array.from({ length: writers }, (_, n) => write(`${writers}-${n}`, end, times)));
  times.sort((a, b) => a - b);
  const [median, worst] = [0.5, 0.99].map((share) => times[Math.floor(times.length * share)]?.toFixed(2));
  console.log(
    `${writers} writers: ${Math.round(times.length / seconds)} saves/s, p50 ${median} ms, p99 ${worst} ms`,
  );
}
await store.close();
await rm(dir, { recursive: true });

async function write(writer: string, end: number, times: number[]): Promise<void> {
  // A person answers some forty times, then another comes.
  for (let n = 0; performance.now() < end; n++) {
    let record = person(`${writer}-${n}`, 'x'.repeat(700));
    for (let turn = 0; turn < 40 && performance.now() < end; turn++) {
      const from = performance.now();
      const saved = await store.save('participant', record);
      times.push(performance.now() - from);
      if (saved.outcome === 'saved') record = saved.record;
    }
  }
}
