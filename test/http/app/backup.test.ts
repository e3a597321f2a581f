import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { readConfig } from '#src/config.ts';
import { obtainBackup } from '#src/tools/backup/obtain-backup.ts';
import { primary } from '#src/tools/simulate/card.ts';
import { restoreBackup } from '#store/files/backups/restore-backup.ts';
import { filesNaming } from '#test/store/folders.ts';
import { kept } from './kept.ts';
import { begin, Person } from './person.ts';
import { filled } from './robot.ts';
import { newFolder, type Running, removeFolder, running } from './running.ts';

let program: Running | undefined;
const folders: string[] = [];
afterEach(async () => {
  await program?.stop();
  await Promise.all(folders.splice(0).map(removeFolder));
});

async function folder(): Promise<string> {
  const made = await newFolder();
  folders.push(made);
  return made;
}

function settings(dataDir: string) {
  const read = readConfig({ DATA_DIR: dataDir });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.config;
}

/** Answers question after question until told to stop; what was acknowledged is noted. */
async function answering(person: Person, taken: Set<string>, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const data = (person.card && primary(person.card))?.data ?? {};
    const { status } = await person.submit({ ...filled(person.card?.inputs ?? []), ...data });
    const item = data.question ?? data.trajectory;
    if (status === 200 && item !== undefined) taken.add(`${item}`);
  }
}

test('a backup is made while people answer, and holds what they were told is taken; who is erased is not in it', async () => {
  const home = await folder();
  program = await running(home);
  const people = [await begin(program.url, 'mobility'), await begin(program.url, 'health')];
  const leaving = await begin(program.url, 'commerce');
  const { id } = await kept(leaving);
  let over = false;
  const taken = people.map(() => new Set<string>());
  const busy = people.map((person, i) => answering(person, taken[i] ?? new Set(), () => over));
  while (taken.some(({ size }) => size < 3)) await new Promise((resolve) => setTimeout(resolve, 2));
  const before = taken.map((items) => [...items]);
  const made = await obtainBackup(settings(home));
  over = true;
  await Promise.all(busy);
  if ('remedy' in made) throw new Error(made.message);
  expect(made.path.startsWith(join(home, 'backups'))).toBe(true);
  expect(JSON.parse(await readFile(join(home, 'backup.json'), 'utf8'))).toMatchObject({ state: 'made' });
  await leaving.say('effacer');
  await leaving.submit({ act: 'erase', sure: true });
  expect(await filesNaming(home, `"${id}"`)).toEqual([]);
  await program.stop();

  const heir = join(await folder(), 'data');
  await restoreBackup(made.path, heir);
  program = await running(heir);
  for (const [i, { token, conversation }] of people.entries()) {
    const back = new Person(program.url, token, conversation);
    await back.read();
    const { answers, ballots } = await kept(back);
    const found = new Set([...Object.keys(answers), ...Object.keys(ballots)]);
    expect((before[i] ?? []).filter((item) => !found.has(item))).toEqual([]);
  }
  const gone = new Person(program.url, leaving.token, leaving.conversation);
  expect((await gone.read()).map(({ label }) => label)).not.toContain('question');
}, 60_000);

test('without a program, the tool makes it; without a folder, it says so', async () => {
  const home = await folder();
  program = await running(home);
  await begin(program.url);
  await program.stop();
  expect(await obtainBackup(settings(home))).toMatchObject({ unread: 0, documents: expect.any(Number) });
  expect(await obtainBackup(settings(join(home, 'none')))).toMatchObject({
    message: expect.stringContaining('no data folder'),
  });
}, 40_000);
