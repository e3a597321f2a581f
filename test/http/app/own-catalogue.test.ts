import { mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { Consultation } from '#domain/consultation/consultation.ts';
import { startApp } from '#src/app.ts';
import { readConfig } from '#src/config.ts';
import { clearWorkbenches, workbench } from '#test/catalogue/workbench.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { arrive, begin, type Heard } from './person.ts';
import { resting } from './resting.ts';
import { newFolder, removeFolder, running } from './running.ts';

const folders: string[] = [];
afterAll(async () => {
  clearWorkbenches();
  await Promise.all(folders.map(removeFolder));
});

/** A municipality's catalogue: the project's, under its own id and title. */
function ownCatalogue() {
  const bench = workbench();
  bench.edit('catalogue.yaml', 'id: trajectoires', 'id: val-fleuri');
  bench.edit(
    'fr/common.yaml',
    'title: Le numérique au service des territoires',
    'title: Le Val fleuri demain',
  );
  return bench;
}

async function dataFolder(): Promise<string> {
  const dir = await newFolder();
  folders.push(dir);
  return dir;
}

const spoken = (heard: readonly Heard[]) =>
  JSON.stringify(heard.map(({ text, attachments }) => [text, attachments]));

test('a municipality’s own catalogue has its consultation, beside the program’s', async () => {
  const bench = ownCatalogue();
  const other = mkdtempSync(join(tmpdir(), 'catalogues-'));
  folders.push(other);
  renameSync(bench.folder, join(other, 'val-fleuri'));
  const app = await running(await dataFolder(), { CATALOGUE_DIR: other });
  const page = await (await fetch(`${app.url}/`)).text();
  expect(page).toContain('Le Val fleuri demain');
  for (const consultation of ['val-fleuri', 'decouverte']) {
    const person = await begin(app.url, 'mobility', { consultation });
    expect(person.card).toBeDefined();
  }
  await app.stop();
});

test('when the content changes, what people said stays, what was reworded is asked for confirmation', async () => {
  const bench = ownCatalogue();
  const dir = await dataFolder();
  const settings = { CATALOGUE_DIR: bench.folder };
  const before = await running(dir, settings);
  const person = await begin(before.url, 'mobility', { consultation: 'val-fleuri' });
  await person.submit({ act: 'answer', question: 'mobility-daily', value: 'bike-or-foot' });
  await person.submit({ act: 'answer', question: 'mobility-avoidable', value: '2' });
  await before.stop();

  const title = 'Pour vos trajets de tous les jours, quel moyen utilisez-vous le plus souvent ?';
  bench.edit(
    'fr/domains/mobility.yaml',
    title,
    'Comment faites-vous surtout vos trajets de tous les jours ?',
  );
  const after = await running(dir, settings);
  const back = await arrive(after.url, { consultation: 'val-fleuri', previous: person.token });
  const { replies } = await back.say('reprendre');
  const heard = spoken([...back.greeting, ...replies]);
  expect(heard).toContain('Comment faites-vous surtout vos trajets');
  expect(heard).toContain('bike-or-foot');
  const { replies: next } = await back.submit({
    act: 'answer',
    question: 'mobility-daily',
    value: 'car-alone',
  });
  expect(spoken(next)).toContain('mobility-hard');
  await after.stop();
});

test('a start without the catalogue of a consultation is refused, with what to do', async () => {
  const bench = ownCatalogue();
  const dir = await dataFolder();
  await (await running(dir, { CATALOGUE_DIR: bench.folder })).stop();
  const read = readConfig({ PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'silent' });
  if ('problems' in read) throw new Error('No settings');
  const started = await startApp(read.config, pino({ level: 'silent' }), { recogniser: resting });
  expect(started).toMatchObject({
    outcome: 'refused',
    problems: [
      { message: expect.stringContaining('val-fleuri'), remedy: expect.stringContaining('CATALOGUE_DIR') },
    ],
  });
});

test('a consultation from before catalogues were several goes on, on the program’s own', () => {
  const { catalogue: _, ...before } = newConsultation();
  expect(Consultation.parse(before).catalogue).toBe('trajectoires@1.0.0');
});
