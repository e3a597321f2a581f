import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import pino from 'pino';
import { startApp } from '#src/app.ts';
import { readConfig } from '#src/config.ts';
import { nameOf } from '#store/files/documents/name.ts';
import { filesIn } from '#test/store/folders.ts';
import { call } from './call.ts';
import { kept } from './kept.ts';
import { begin, Person } from './person.ts';
import { newFolder, type Running, removeFolder, running } from './running.ts';

let program: Running | undefined;
let dataDir = '';
afterEach(async () => {
  await program?.stop();
  await removeFolder(dataDir);
});

/** Two people who have begun, in a program that has stopped; by the id of their documents. */
async function two(): Promise<{ readonly people: [string, Person][]; readonly documents: string[] }> {
  dataDir = await newFolder();
  program = await running(dataDir);
  const people: [string, Person][] = [];
  for (let n = 0; n < 2; n++) {
    const person = await begin(program.url);
    people.push([(await kept(person)).id, person]);
  }
  await program.stop();
  return { people, documents: await filesIn(join(dataDir, 'participant')) };
}

const back = ({ token, conversation }: Person) => new Person(program?.url ?? '', token, conversation);

test('a folder in the place of a document hurts its person alone, who is told so', async () => {
  const { people, documents } = await two();
  const [[id, hurt], [, other]] = people as [[string, Person], [string, Person]];
  const path = documents.find((it) => it.endsWith(`/${nameOf(id)}.json`)) ?? '';
  const text = await readFile(path, 'utf8');
  await rename(path, join(dataDir, 'kept.json'));
  await mkdir(path);
  program = await running(dataDir);
  expect((await back(other).read()).map(({ label }) => label)).toContain('question');
  const returning = back(hurt);
  const said = await returning.read();
  expect(said.map(({ label }) => label)).toEqual(['notice']);
  expect(JSON.stringify(said)).toContain('Je n’efface rien');
  const again = await returning.say('bonjour');
  expect({ status: again.status, labels: again.labels }).toEqual({ status: 200, labels: ['notice'] });
  await program.stop();
  expect(await filesIn(join(dataDir, 'participant'))).toHaveLength(1);
  await rename(join(dataDir, 'kept.json'), path);
  program = await running(dataDir);
  expect((await back(hurt).read()).map(({ label }) => label)).toContain('question');
  expect(JSON.parse(text).record.id).toBe(id);
}, 40_000);

test('a consultation whose document cannot be read keeps no other from its people', async () => {
  await two();
  const documents = await filesIn(join(dataDir, 'consultation'));
  const path = documents.find((it) => it.endsWith('/decouverte.json')) ?? '';
  await rm(path);
  await mkdir(path);
  program = await running(dataDir);
  expect((await call(`${program.url}/catalogue`)).status).toBe(200);
  const granted = await call(`${program.url}/v3/directline/tokens/generate`, {
    method: 'POST',
    body: { consultation: 'decouverte' },
  });
  expect(granted.status).toBe(503);
  await program.stop();
  expect(await filesIn(join(dataDir, 'consultation'))).toEqual([]);
}, 40_000);

test('without its keys a folder of people starts nothing, unless the operator gives them up', async () => {
  await two();
  await rm(join(dataDir, 'keys.json'));
  const start = async (more: Record<string, string>) => {
    const read = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...more });
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    return startApp(read.config, pino({ level: 'silent' }));
  };
  const refused = await start({});
  expect(refused).toMatchObject({
    outcome: 'refused',
    problems: [{ message: expect.stringContaining('keys.json'), remedy: expect.stringContaining('backup') }],
  });
  expect((await filesIn(dataDir)).filter((path) => path.endsWith('keys.json'))).toEqual([]);
  program = await running(dataDir, { NEW_KEYS: 'yes' });
  expect((await filesIn(join(dataDir, 'participant'))).length).toBe(2);
}, 40_000);
