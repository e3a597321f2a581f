import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '#src/config.ts';
import { obtainBackup } from '#src/tools/backup/obtain-backup.ts';
import { entering, type Member, readable } from '#test/http/admin/member.ts';
import type { Part, Torture } from '../part.ts';
import { startProgram } from '../program.ts';
import { knownOf } from './known-of.ts';
import { decided, keptForm, sealedWord, voted } from './room.ts';
import { Search } from './search.ts';
import { inChat, mark, onChannel, onPaper, type Place, type Somebody } from './somebody.ts';

const secret = 'torture'.repeat(8);
/** How many come, and erase, at the same time. */
const together = 12;
/** Longer than answers are kept. */
const laterMs = 2 * 366 * 24 * 3_600_000;

const space = '/animation/c/decouverte';
const results = '/c/decouverte/resultats';

/**
 * People answer while backups are made; their texts are sorted, quoted and published. Some erase everything, alone and while a
 * backup is made; then the time of all the others comes. Nothing of whoever is gone stands in any file, and what was published stays.
 */
export const privacy: Part = async (torture) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'trajectoires-torture-'));
  const search = new Search(dataDir, torture);
  try {
    const left = await livedIn(dataDir, search, torture);
    await afterTheTime(dataDir, search, left, torture);
    search.tell();
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
};

/** Everybody comes, and some go. Resolves to those who stay. */
async function livedIn(dataDir: string, search: Search, torture: Torture): Promise<readonly Somebody[]> {
  const { of, figure } = torture;
  const program = await startProgram({ DIRECT_LINE_SECRET: secret, LOG_LEVEL: 'error' }, dataDir);
  const place: Place = { url: program.url, secret };
  const owner = await entering(program.spaceLink);
  const [inRoom, afar, written] = [of(240, 22 + 2 * of(40, 1)), of(60, 1), of(60, 2)];
  const chat = come(inRoom, (nth) => inChat(place, nth));
  const early = await backUp(dataDir);
  const people = [...(await chat), ...(await come(afar, (nth) => onChannel(place, inRoom + nth)))];
  people.push(...(await come(written, (nth) => onPaper(owner, inRoom + afar + nth))));
  await keptForm(place.url, owner);
  const ended = await voted(place.url, owner, () => backUp(dataDir));
  await search.each([...ended.canaries]);
  await ended.erase();
  await search.none([ended], 'After a session in the room ended');
  const running = await voted(place.url, owner, () => backUp(dataDir));
  running.canaries.add(decided);
  const texts = await knownOf(await backUp(dataDir), people);
  const sorted = await sortTexts(owner, texts, people, of(120, 6));
  await publish(owner, sorted, torture);
  await backUp(dataDir);
  figure('people in the chat, on a channel, on paper', `${inRoom}, ${afar}, ${written}`);
  figure(
    'texts shared, sorted by facilitators, quoted',
    `${texts.length}, ${sorted.length * 2}, ${sorted.length}`,
  );
  // Of texts that nobody sorted, no hash is kept.
  const first = [...(people[0]?.canaries ?? [])].filter((one) => !texts.includes(one));
  await search.each([...first, ...sorted]);
  const gone = await leave(dataDir, people, search, torture);
  figure('backups made meanwhile', (await readdir(join(early, '..'))).length);
  if ((await program.stop(true)) !== 0) torture.wrong('The program did not end by itself');
  await search.none([...gone], 'After the stop');
  await search.none(
    [{ canaries: new Set([sealedWord]), erase: async () => undefined }],
    'In a form kept sealed',
  );
  return [...people.filter((one) => !gone.has(one)), running];
}

async function come(n: number, one: (nth: number) => Promise<Somebody>): Promise<Somebody[]> {
  const all: Somebody[] = [];
  for (let from = 0; from < n; from += together)
    all.push(
      ...(await Promise.all(Array.from({ length: Math.min(together, n - from) }, (_, i) => one(from + i)))),
    );
  return all;
}

async function backUp(dataDir: string): Promise<string> {
  const read = readConfig({ DATA_DIR: dataDir });
  if ('problems' in read) throw new Error('The settings are right');
  const made = await obtainBackup(read.config);
  if ('remedy' in made) throw new Error(made.message);
  return made.path;
}

/** So many texts are chosen, and as many set aside in words about their authors, which are theirs as well. */
async function sortTexts(
  owner: Member,
  texts: readonly string[],
  people: readonly Somebody[],
  n: number,
): Promise<readonly string[]> {
  const page = `${space}/textes`;
  const chosen = texts.slice(0, n);
  for (const id of chosen) await owner.post(`${page}/${id}`, { quote: '1', reason: 'telling' }, page);
  for (const id of texts.slice(n, 2 * n)) {
    const words = `${mark}raison-${id.slice(0, 8)}`;
    await owner.post(`${page}/${id}`, { aside: '1', reason: '', words }, page);
    people.find(({ canaries }) => canaries.has(id))?.canaries.add(words);
  }
  return chosen;
}

async function publish(owner: Member, citations: readonly string[], { wrong }: Torture): Promise<void> {
  const { text } = await owner.post(`${space}/publier`, { citations }, `${space}/publier`);
  if (!readable(text).includes('Le résultat est publié'))
    wrong(`The result was not published: ${readable(text).slice(0, 1500)}`);
}

/** Erasures one by one, each looked for at once; then many together while a backup is made. */
async function leave(
  dataDir: string,
  people: readonly Somebody[],
  search: Search,
  { of, figure }: Torture,
): Promise<ReadonlySet<Somebody>> {
  const every = (n: number, from: number) =>
    people.filter((_, i) => i % Math.floor(people.length / n) === from).slice(0, n);
  const [alone, amid] = [every(of(40, 1), 0), every(of(40, 1), 1)];
  for (const one of alone) {
    await one.erase();
    await search.none([one], 'After an erasure');
  }
  await Promise.all([backUp(dataDir), ...amid.map((one) => one.erase())]);
  await search.none([...alone, ...amid], 'After erasures while a backup was made');
  figure('people erased by themselves, alone and amid a backup', `${alone.length}, ${amid.length}`);
  return new Set([...alone, ...amid]);
}

/** The program starts when the time is over: all go, and what was published reads on, after one more start as well. */
async function afterTheTime(
  dataDir: string,
  search: Search,
  left: readonly Somebody[],
  { of, figure, wrong }: Torture,
): Promise<void> {
  const settings = { DIRECT_LINE_SECRET: secret, LOG_LEVEL: 'error', CLOCK_AHEAD: `${laterMs}` };
  const times = ['Once the time is over', 'After another start'].slice(0, of(2));
  for (const time of times) {
    const program = await startProgram(settings, dataDir);
    const owner = await entering(program.spaceLink);
    const began = performance.now();
    while (!readable((await owner.get(space)).text).includes('Les réponses ont été effacées')) {
      if (performance.now() - began > 120_000) return wrong(`Not erased: ${program.log().slice(-1000)}`);
      await pause(50);
    }
    await search.none(left, time);
    const page = readable(await (await fetch(`${program.url}${results}`)).text());
    if (!page.includes('ces résultats d’ensemble restent'))
      wrong(`${time}, what was published does not read`);
    if (page.includes(mark)) wrong(`${time}, the page still says somebody's words`);
    await program.stop(true);
    await search.none(left, `${time}, stopped`);
  }
  figure('people erased when their time was over', left.length);
}
