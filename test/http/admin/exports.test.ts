import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { strFromU8, unzipSync } from 'fflate';
import { type Running, running } from '../app/running.ts';
import { type Member, readable } from './member.ts';
import { having, published, town } from './town.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
withSpace(
  (...its) => {
    [app, owner] = its;
  },
  async () => running(await town(having('voisins', published))),
);

const download = async (path: string, cookie = owner.cookie) => {
  const answer = await fetch(`${app.url}${path}`, { redirect: 'manual', headers: { cookie } });
  return {
    status: answer.status,
    headers: answer.headers,
    bytes: new Uint8Array(await answer.arrayBuffer()),
  };
};
const named = (headers: Headers) => /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];

test.each([
  ['pdf', '%PDF-', 'application/pdf', 'Rapport PDF'],
  ['docx', 'PK', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Rapport Word'],
  ['pptx', 'PK', 'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'Présentation'],
  ['xlsx', 'PK', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'Classeur Excel'],
  ['csv', '\ufeff', 'text/csv; charset=utf-8', 'Tableau CSV'],
  ['json', '{', 'application/json; charset=utf-8', 'Données JSON'],
])(
  'the result leaves as %s, named after the consultation and its date, and the journal knows',
  async (format, magic, type, called) => {
    const file = await download(`/animation/c/atelier/resultats/export/${format}?lang=fr`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, type]);
    expect(named(file.headers)).toMatch(
      new RegExp(`^atelier-resultats-\\d{4}-\\d\\d-\\d\\d-fr\\.${format}$`),
    );
    const start = Buffer.from(magic);
    expect(Buffer.from(file.bytes.subarray(0, start.length))).toEqual(start);
    const journal = readable((await owner.get('/animation/journal')).text);
    expect(journal).toContain(`A téléchargé un fichier : ${called}`);
  },
);

test('one download holds every file of the result, and open data only where they are for everybody', async () => {
  const all = async (code: string) => {
    const file = await download(`/animation/c/${code}/resultats/export/all?lang=fr`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/zip']);
    expect(named(file.headers)).toMatch(new RegExp(`^${code}-tout-\\d{4}-\\d\\d-\\d\\d-fr\\.zip$`));
    return Object.keys(unzipSync(file.bytes)).map((name) => name.split('.').at(-1));
  };
  expect(await all('atelier')).toEqual(['pdf', 'docx', 'pptx', 'xlsx', 'csv', 'json']);
  expect(await all('voisins')).toEqual(['pdf', 'docx', 'pptx', 'xlsx', 'csv', 'json', 'zip']);
});

test('the language of a file is the one asked for', async () => {
  const english = await download('/animation/c/atelier/resultats/export/json?lang=en');
  const data = JSON.parse(Buffer.from(english.bytes).toString());
  expect([data.language, data.consultation.title]).toEqual(['en', 'Consultation atelier (English)']);
  const french = await download('/animation/c/atelier/resultats/export/json?lang=fr');
  expect(JSON.parse(Buffer.from(french.bytes).toString()).language).toBe('fr');
});

test('a JSON file is as the published schema says', async () => {
  const schema = await download('/schemas/resultats-1.json', '');
  expect(schema.headers.get('content-type')).toBe('application/schema+json; charset=utf-8');
  const check = new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(Buffer.from(schema.bytes).toString()),
  );
  const { bytes } = await download('/animation/c/voisins/resultats/export/json');
  expect([check(JSON.parse(Buffer.from(bytes).toString())), check.errors]).toEqual([true, null]);
});

test('there is nothing to export before there is a result: the page of the results says why', async () => {
  const answer = await download('/animation/c/petit/resultats/export/pdf');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/animation/c/petit/resultats']);
  expect((await download('/animation/c/atelier/resultats/export/exe')).status).toBe(404);
  expect((await download('/animation/c/atelier/resultats/export/pdf', '')).status).toBe(303);
});

/** Ways of seeing are computed beside; a result has them once that is done. */
async function wholeResult(): Promise<void> {
  for (;;) {
    const { bytes } = await download('/animation/c/voisins/resultats/export/json');
    if (JSON.parse(Buffer.from(bytes).toString()).opinionGroups !== undefined) return;
    await pause(20);
  }
}

test('open data are for anyone, and the same in the space and on the public page', async () => {
  await wholeResult();
  const inside = await download('/animation/c/voisins/resultats/export/zip?lang=fr');
  const outside = await download('/c/voisins/resultats/donnees.zip?lang=fr', '');
  expect([outside.status, named(outside.headers)]).toEqual([200, 'voisins-donnees-ouvertes.zip']);
  expect(outside.bytes).toEqual(inside.bytes);
  const files = unzipSync(outside.bytes);
  expect(Object.keys(files).sort()).toEqual(
    expect.arrayContaining(['LISEZMOI.md', 'README.md', 'resultats.json', 'schema.json']),
  );
  expect(JSON.parse(strFromU8(files['resultats.json'] ?? new Uint8Array())).participants.count).toBe(24);
});

test('open data of groups too small for everybody are for nobody', async () => {
  expect((await download('/c/atelier/resultats/donnees.zip', '')).status).toBe(404);
  expect((await download('/animation/c/atelier/resultats/export/zip')).status).toBe(303);
  expect((await download('/c/petit/resultats/donnees.zip', '')).status).toBe(404);
  const page = readable((await owner.get('/animation/c/atelier/resultats')).text);
  expect(page).toContain(
    'Pas de données ouvertes : le plus petit groupe montré compte moins de 11 personnes',
  );
});
