import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { documentOf } from '#test/store/folders.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { entering, invited, type Member, readable } from './member.ts';
import { town } from './town.ts';

const here = '/animation/sauvegardes';
const home = '/animation/c/petit';
let dir: string;
let app: Running;
let owner: Member;
beforeAll(async () => {
  dir = await town();
  app = await running(dir);
  owner = await entering(app.spaceLink);
}, 30_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(dir);
});

const plain = (page: { readonly text: string }) => readable(page.text).replace(/[\u00a0\u202f]/g, ' ');
const names = (page: { readonly text: string }) => [
  ...new Set([...page.text.matchAll(/sauvegardes\/(\d{4}[\w-]+Z)"/g)].map(([, name = '']) => name)),
];
const made = async () => {
  const page = await owner.post(here, {}, here);
  expect(plain(page)).toContain('La sauvegarde est faite.');
  return names(page)[0] ?? '';
};

describe('backups', () => {
  test('are made, listed with their date and size, and checked', async () => {
    const name = await made();
    const list = plain(await owner.get(here));
    expect(list).toMatch(/novembre 2026 à|à \d\d:\d\d/);
    expect(list).toMatch(/\d+(,\d)? (ko|Mo) · Entière/);
    const page = await owner.get(`${here}/${name}`);
    expect(plain(page)).toContain('Tout a été relu, et rien ne manque');
    expect(plain(page)).toContain('Personnes qui répondent 67');
    expect(plain(page)).toMatch(/Empreinte \(SHA-256\) : [0-9a-f]{64}/);
    expect(plain(await owner.get(`${here}/${name}?lang=en`))).toContain('nothing is missing');
    await owner.get(`${here}?lang=fr`);
  });

  test('are downloaded as one file', async () => {
    const name = await made();
    const answer = await fetch(`${app.url}${here}/${name}/fichier`, { headers: { cookie: owner.cookie } });
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}.tar.gz"`);
    const tar = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString('latin1');
    expect(tar).toContain(`${name}/keys.json`);
    expect(tar.length % 512).toBe(0);
  });

  test('are nobody else’s: not an owner’s of one consultation, nor by a name that leads elsewhere', async () => {
    const name = await made();
    for (const other of [
      await invited(owner, 'Lise', 'owner', 'petit'),
      await invited(owner, 'Max', 'facilitator'),
    ]) {
      for (const path of ['', `/${name}`, `/${name}/fichier`])
        expect((await other.get(here + path)).status).toBe(403);
      expect((await other.post(here, {}, '/animation/visite')).status).toBe(403);
      expect((await other.post(`${here}/${name}`, { sure: 'oui' }, '/animation/visite')).status).toBe(403);
      expect((await other.get('/animation/visite')).text).not.toContain(here);
    }
    for (const odd of ['nulle-part', '..%2f..%2fkeys.json', '2026-01-01T00-00-00-000Z'])
      for (const path of ['', '/fichier'])
        expect((await owner.get(`${here}/${odd}${path}`)).status).toBe(404);
  });

  test('of which something is missing say so, and are not put back', async () => {
    const name = await made();
    await writeFile(await documentOf(join(dir, 'backups', name), 'petit-0'), '{');
    const page = await owner.get(`${here}/${name}`);
    expect(plain(page)).toContain(
      'Cette sauvegarde ne peut pas être remise en place. Un document ne se lit pas.',
    );
    expect(page.text).not.toContain('name="sure"');
    expect(plain(await owner.post(`${here}/${name}`, { sure: 'oui' }, here))).toContain('ne peut pas être');
    expect(plain(await owner.get(here))).not.toContain('est prévue');
  });
});

test('a backup is put back at the next start: asked twice, taken back or not, written down, with a way in and a way back', async () => {
  const name = await made();
  const settings = `${home}/reglages/content`;
  await owner.post(settings, { expected: '77' }, settings);
  expect(plain(await owner.get(home))).toContain('Objectif : 77 personnes');
  const unsure = await owner.post(`${here}/${name}`, {}, here);
  expect([unsure.status, plain(unsure)]).toEqual([422, expect.stringContaining('Cochez la case')]);
  const planned = await owner.post(`${here}/${name}`, { sure: 'oui' }, here);
  expect(plain(planned)).toContain('C’est prévu pour le prochain démarrage.');
  expect(plain(await owner.get(here))).toContain('Une remise en place est prévue');
  expect(plain(await owner.post(`${here}/annulation`, {}, here))).toContain(
    'Aucune remise en place n’est prévue.',
  );
  expect(plain(await owner.get(here))).not.toContain('est prévue Au prochain');
  const again = await owner.post(`${here}/${name}`, { sure: 'oui' }, here);
  const secret = /animation\/entree\/([\w-]+)"/.exec(again.text)?.[1] ?? '';

  await app.stop();
  app = await running(dir);
  // Nobody's session holds.
  const stale = await fetch(`${app.url}/animation`, {
    headers: { cookie: owner.cookie },
    redirect: 'manual',
  });
  expect(stale.status).toBe(303);
  owner = await entering(`${app.url}/animation/entree/${secret}`);
  expect(plain(await owner.get(home))).not.toContain('Objectif');
  const journal = plain(await owner.get('/animation/journal?quoi=backups'));
  expect(journal).toContain('A remis en place la sauvegarde du');
  const list = await owner.get(here);
  expect(plain(list)).not.toContain('est prévue');

  // The way back: what was kept until then is the latest backup.
  const before = names(list)[0] ?? '';
  await owner.post(`${here}/${before}`, { sure: 'oui' }, here);
  await app.stop();
  app = await running(dir);
  owner = await entering(app.spaceLink);
  expect(plain(await owner.get(home))).toContain('Objectif : 77 personnes');
}, 60_000);
