import { cp, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import { openStore } from '#store/files/open.ts';
import { failing, isJournal } from '#test/store/failures.ts';
import { filesIn } from '#test/store/folders.ts';
import { person } from '#test/store/people.ts';
import { all, inherit, save } from '#test/store/steps.ts';
import { mortalDisk, watchedDisk } from '#test/store/watched-disk.ts';
import type { Torture } from '../part.ts';

/** What a disk may do to the store: end in the middle of a line, take half a write, not confirm one. */
export async function diskFaults(torture: Torture): Promise<void> {
  await inFolder((dir) => cutJournal(torture, dir));
  await inFolder((dir) => shortAppends(torture, dir));
  for (let n = 0; n < torture.of(20, 2); n++) await inFolder((dir) => failedSync(torture, dir, n));
  torture.figure('failed fsyncs, none tried again', torture.of(20, 2));
}

/** A crash leaves the journal without its last bytes, wherever that is: every earlier record is there. */
async function cutJournal({ of, figure, wrong }: Torture, dir: string): Promise<void> {
  const { disk, end } = mortalDisk();
  const store = await openStore(join(dir, 'home'), { disk });
  for (const id of ['ana', 'ben', 'cleo']) await save(store, person(id));
  await end();
  const origin = await inherit(join(dir, 'home'), join(dir, 'origin'));
  const [segment = ''] = await filesIn(join(origin, 'journal'));
  const bytes = await readFile(segment);
  const from = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
  const step = Math.max(1, Math.round((bytes.length - from) / of(bytes.length - from, 10)));
  let cuts = 0;
  for (let size = from; size < bytes.length; size += step, cuts++) {
    const copy = join(dir, 'copy');
    await cp(origin, copy, { recursive: true });
    await truncate(segment.replace(origin, copy), size);
    const later = await openStore(copy, { onProblem: ({ message }) => wrong(message) });
    const found = (await all(later, 0)).map(({ id }) => id).join();
    if (found !== 'ana,ben') wrong(`A journal cut at byte ${size} gave ${found}`);
    await later.close();
    await rm(copy, { recursive: true });
  }
  figure('journals cut in their last record, byte by byte', cuts);
}

/** Now and then the disk takes the half of a write: that is refused whole, and nothing of it is found. */
async function shortAppends({ of, figure, wrong }: Torture, dir: string): Promise<void> {
  const draw = draws(7);
  let short = 0;
  const disk = watchedDisk((call, go) => {
    if (!isJournal(call) || call.half === undefined || draw() > 0.3) return go();
    short += 1;
    return call.half();
  });
  const store = await openStore(dir, { disk, onProblem: () => {} });
  const told = new Map<string, number>();
  for (let turn = 0; turn < of(2_000, 40); turn++) {
    const ids = [0, 1, 2].map((n) => `p${(turn * 3 + n) % 30}`);
    await Promise.all(
      ids.map(async (id) => {
        const before = (await store.load('participant', id)) ?? person(id);
        await save(store, before).then(
          ({ version }) => told.set(id, version),
          () => {},
        );
      }),
    );
  }
  await store.close();
  const later = await openStore(dir);
  for (const [id, version] of told) {
    const found = (await later.load('participant', id))?.version;
    if (found !== version) wrong(`${id} was told version ${version} and has ${found}`);
  }
  if ((await all(later, 0)).length !== told.size) wrong('Somebody is there who was refused');
  await later.close();
  figure('appends cut short by the disk', short);
}

/** After a sync that fails nothing is synced any more; what was confirmed before is there. */
async function failedSync({ wrong }: Torture, dir: string, before: number): Promise<void> {
  let [broken, after] = [false, 0];
  const disk = watchedDisk(async (call, go) => {
    if (call.name !== 'datasync') return go();
    if (after > 0 || broken) after += 1;
    if (broken) throw failing('EIO');
    return go();
  });
  const store = await openStore(dir, { disk, onProblem: () => {} });
  for (let n = 0; n < before; n++) await save(store, person(`p${n}`));
  broken = true;
  const refused = await Promise.allSettled([save(store, person('late'))]);
  broken = false;
  for (let n = 0; n < 5; n++) refused.push(...(await Promise.allSettled([save(store, person(`later${n}`))])));
  if (refused.some(({ status }) => status === 'fulfilled')) wrong('A save passed after a failed sync');
  await store.close();
  if (after !== 1) wrong(`A failed sync was followed by ${after - 1} more`);
  const later = await openStore(dir);
  const found = (await all(later, 0)).filter(({ id }) => /^p\d+$/.test(id));
  if (found.length !== before) wrong(`${before} were confirmed, and ${found.length} are there`);
  await later.close();
}

async function inFolder(work: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'trajectoires-torture-'));
  try {
    await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
