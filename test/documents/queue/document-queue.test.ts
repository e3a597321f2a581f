import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { createDocumentQueue, type DocumentQueue } from '#documents/queue/document-queue.ts';
import { type Job, readerOf, releasedOf } from '#documents/queue/job.ts';
import { renderDocument } from '#documents/queue/render.ts';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import { catalogue, sampleWording } from '#test/wording/sample.ts';
import { sampleResult } from '../sample-result.ts';

const wording = fileURLToPath(new URL('../../../catalogue', import.meta.url));
const catalogues = cataloguesOf([catalogue]);
const loaded = loadPhrases(wording);
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
const spoken = { catalogues, phrases: loaded.phrases };

const presses: DocumentQueue[] = [];
const pressWith = (settings: Partial<Parameters<typeof createDocumentQueue>[0]> = {}): DocumentQueue => {
  const documents = createDocumentQueue({ catalogues, wording, ...settings });
  presses.push(documents);
  return documents;
};
afterAll(() => Promise.all(presses.map((documents) => documents.close())));

const at = '2026-11-20T18:00:00.000Z';
const french = readerOf(sampleWording('fr'));
const english = readerOf(sampleWording('en'));
const result = releasedOf(sampleResult('fr', { minGroup: 11 }));
const code = (address: string): Job => ({ kind: 'code', address, px: 100 });
const unserved: Job = {
  kind: 'cards',
  reader: { ...french, consultation: { ...french.consultation, catalogue: 'gone@1.0.0+0' } },
  at,
};

const bytesOf = async (documents: DocumentQueue, job: Job): Promise<Uint8Array> => {
  const printed = await documents.print(job);
  if (printed.outcome === 'busy') throw new Error('The press is busy');
  return printed.bytes;
};

test.each<readonly [string, Job]>([
  [
    'a poster',
    { kind: 'poster', readers: [french, english], address: 'https://seille.example/c/vallee', at },
  ],
  ['cards', { kind: 'cards', reader: english, at }],
  [
    'the sheets of two domains',
    {
      kind: 'sheets',
      reader: { ...french, consultation: { ...french.consultation, domains: ['buildings', 'mobility'] } },
      at,
    },
  ],
  ['a code', code('https://seille.example/c/vallee')],
  ['a report as PDF', { kind: 'report-pdf', result }],
  ['a report as Word', { kind: 'report-docx', result }],
  ['a briefing as PDF', { kind: 'briefing-pdf', result: releasedOf(sampleResult('en')) }],
  ['a briefing as Word', { kind: 'briefing-docx', result }],
  ['a workbook', { kind: 'workbook', result }],
  ['open data', { kind: 'open-data', result }],
])(
  '%s has the same bytes as made on this thread',
  async (_, job) => {
    const printed = await bytesOf(shared, job);
    expect(printed.length).toBeGreaterThan(500);
    expect(Buffer.compare(printed, await renderDocument(job, spoken))).toBe(0);
  },
  60_000,
);
const shared = pressWith();

test('while files are printed, everybody else is answered at once', async () => {
  const briefing = (second: number): Job => {
    const its = { ...result, at: `2026-11-20T18:00:0${second}.000Z` };
    return { kind: 'briefing-pdf', result: its };
  };
  await bytesOf(shared, briefing(0));
  const here = await whileWaiting(() => renderDocument(briefing(0), spoken));
  const away = [];
  for (const second of [1, 2, 3]) away.push(await whileWaiting(() => bytesOf(shared, briefing(second))));
  const busy = median(away.map(({ busyMs }) => busyMs));
  expect(busy).toBeLessThan(here.busyMs / 5);
  expect(busy).toBeLessThan(100);
  // By the clock, everything else on the machine counts too: both are held up by it.
  expect(median(away.map(({ longestMs }) => longestMs))).toBeLessThan(here.longestMs / 2);
}, 60_000);

/** What a wait takes of this thread: its longest hold-up, and its own processor time. */
async function whileWaiting(wait: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  await beat(delay);
  const before = process.threadCpuUsage();
  await wait();
  const { user, system } = process.threadCpuUsage(before);
  await beat(delay);
  delay.disable();
  return { longestMs: delay.max / 1e6, busyMs: (user + system) / 1000 };
}

/** A hold-up is counted at the first beat after it, from the last one before it. */
async function beat(delay: { readonly count: number }): Promise<void> {
  const { count } = delay;
  while (delay.count === count) await turn();
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

test('one is at work and so many wait; the next is told that it is busy, and later it is not', async () => {
  const documents = pressWith({ mostWaiting: 2 });
  const asked = ['a', 'b', 'c'].map((name) => documents.print(code(`https://seille.example/${name}`)));
  const fourth = code('https://seille.example/d');
  expect(await documents.print(fourth)).toEqual({ outcome: 'busy' });
  // The same as one that waits takes no place of its own.
  const again = documents.print(code('https://seille.example/c'));
  const [, , third] = await Promise.all(asked);
  expect(await again).toEqual(third);
  expect(await documents.print(fourth)).toMatchObject({ outcome: 'printed' });
});

test('the same job asked for again has the same bytes, not made anew', async () => {
  const job = code('https://seille.example/again');
  const first = await bytesOf(shared, job);
  expect(await bytesOf(shared, { ...job })).toBe(first);
  expect(await bytesOf(shared, code('https://seille.example/other'))).not.toBe(first);
});

test('what goes wrong with one job is told, and the next one is printed', async () => {
  const documents = pressWith();
  const [wrong, right] = [documents.print(unserved), documents.print(code('https://seille.example'))];
  await expect(wrong).rejects.toThrow('Consultation vallee is held on gone@1.0.0+0, which is not served');
  expect(await right).toMatchObject({ outcome: 'printed' });
  await expect(
    documents.print({ kind: 'open-data', result: releasedOf(sampleResult('fr')) }),
  ).rejects.toThrow('Open data stand on 11 people or more');
});

test('a job past its deadline is given up with its thread; each has a thread of its own then', async () => {
  const documents = pressWith({ deadlineMs: 1 });
  const asked = ['a', 'b'].map((name) => documents.print(code(`https://seille.example/${name}`)));
  for (const one of asked) await expect(one).rejects.toThrow('A code was not printed within 1 ms');
});

test('a thread that breaks down fails its job alone: the next one has a new thread', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-wording-'));
  const documents = pressWith({ wording: folder });
  await expect(documents.print(code('https://seille.example/a'))).rejects.toThrow(wordless(folder));
  await cp(wording, folder, { recursive: true });
  expect(await documents.print(code('https://seille.example/a'))).toMatchObject({ outcome: 'printed' });
  await rm(folder, { recursive: true });
});

test('a thread goes on from job to job', async () => {
  const { documents, leave } = await withWordingOfItsOwn();
  await bytesOf(documents, code('https://seille.example/a'));
  await leave();
  expect(await documents.print(code('https://seille.example/b'))).toMatchObject({ outcome: 'printed' });
});

test('a thread that has nothing to do is ended', async () => {
  const { documents, folder, leave } = await withWordingOfItsOwn({ idleMs: 0 });
  await bytesOf(documents, code('https://seille.example/a'));
  await leave();
  let failed: unknown;
  for (let turns = 1; failed === undefined; turns *= 2) {
    for (let i = 0; i < turns; i++) await turn();
    await documents.print(code(`https://seille.example/${turns}`)).catch((error: unknown) => {
      failed = error;
    });
  }
  expect(String(failed)).toContain(wordless(folder));
});

const wordless = (folder: string) => `The wording in ${folder} is not as it should be`;

/** A press whose wording can be taken away: a thread has read it at its start, a new one misses it. */
async function withWordingOfItsOwn(settings: Parameters<typeof pressWith>[0] = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-wording-'));
  await cp(wording, folder, { recursive: true });
  const documents = pressWith({ ...settings, wording: folder });
  return { documents, folder, leave: () => rm(folder, { recursive: true }) };
}

test('a thread at rest does not keep the process alive', async () => {
  const program = `
    import { loadCatalogues } from '#catalogue/load-all.ts';
    import { createDocumentQueue } from '#documents/queue/document-queue.ts';
    const { catalogues } = loadCatalogues('catalogue');
    const press = createDocumentQueue({ catalogues, wording: 'catalogue' });
    const staying = setInterval(() => undefined, 1000);
    const { outcome } = await press.print(${JSON.stringify(code('https://seille.example'))});
    clearInterval(staying);
    console.log(outcome);`;
  const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, flags, { timeout: 50_000 });
  expect(stdout).toBe('printed\n');
}, 60_000);

test('closed, it prints no more: neither what waits nor what comes', async () => {
  const documents = pressWith();
  await bytesOf(documents, code('https://seille.example'));
  const atWork = documents.print({ kind: 'report-pdf', result });
  const told = Promise.allSettled([atWork, documents.print(code('https://seille.example/b'))]);
  await turn();
  await documents.close();
  expect((await told).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(documents.print(code('https://seille.example/c'))).rejects.toThrow(
    'The queue of documents is closed',
  );
});
