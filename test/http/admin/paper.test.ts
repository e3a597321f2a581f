import { expect, test } from '@jest/globals';
import { readSheets } from '#documents/tables/sheets/read-sheets.ts';
import { writeWorkbook } from '#documents/workbook/write-workbook.ts';
import type { Running } from '../app/running.ts';
import { invited, type Member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

let [app, owner]: [Running, Member] = [] as never;
withSpace((running, who) => {
  [app, owner] = [running, who];
});

const here = '/animation/c/decouverte/papier';
const shown = async (path = '', by = owner) => readable((await by.get(here + path)).text);
const enter = (fields: Readonly<Record<string, string>>, by = owner, path = '/saisie') =>
  by.post(here + path, fields, `${here}/saisie`);
const bytesOf = async (path: string) =>
  new Uint8Array(await (await fetch(app.url + path, { headers: { cookie: owner.cookie } })).arrayBuffer());

async function upload(bytes: Uint8Array | string, by = owner) {
  const form = new FormData();
  form.set('jeton', await by.token());
  form.set('fichier', new Blob([bytes as never]), 'feuilles.xlsx');
  const answer = await fetch(`${app.url}${here}/fichier`, {
    ...{ method: 'POST', body: form, headers: { cookie: by.cookie } },
  });
  return { status: answer.status, text: readable(await answer.text()) };
}

test('a sheet is printed in each language, with a number or without; too many are not', async () => {
  const [blank, numbered] = await Promise.all(
    ['/feuille.pdf?lang=en', '/feuilles.pdf?de=5&n=2&lang=fr'].map((path) => bytesOf(here + path)),
  );
  for (const bytes of [blank, numbered])
    expect(Buffer.from(bytes ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
  const wrong = await owner.get(`${here}/feuilles.pdf?de=0&n=500`);
  expect(wrong.status).toBe(422);
  expect(readable(wrong.text)).toContain('Choisissez un nombre de feuilles, de 1 à 25');
  expect(readable((await owner.get('/animation/c/decouverte/inviter')).text)).toContain(
    'Imprimer des feuilles de réponse',
  );
  expect(readable((await owner.get('/animation/c/decouverte')).text)).toContain(
    'réponses données sur papier',
  );
});

test('a sheet is entered, told with how many there are, corrected and removed, as a plain form', async () => {
  const done = await enter({
    ...{ number: '1', roles: '3+14', territory: '5', 'stance-mobility-avoided': '5' },
    ...{ 'stance-mobility-one-ticket': '0', 'remark-mobility': 'Un car le soir.' },
  });
  expect(readable(done.text)).toContain('La feuille 1 est enregistrée. C’est la première.');
  expect(done.text).toContain('name="number" value="2"');
  expect(await shown('/saisie')).toContain('Une feuille est saisie');
  expect(readable((await owner.get('/animation/c/decouverte/textes')).text)).toContain('Un car le soir.');
  const open = await owner.get(`${here}/feuilles/1`);
  expect(open.text).toContain('name="roles" value="3+14"');
  expect(open.text).toMatch(/name="stance-mobility-avoided" value="5" checked/);
  expect((await owner.get(`${here}/feuille?numero=1`)).status).toBe(200);

  const twice = await enter({ number: '1', 'stance-mobility-avoided': '1' });
  expect(twice.status).toBe(422);
  expect(readable(twice.text)).toContain('La feuille 1 est déjà saisie');
  expect(twice.text).toMatch(/name="stance-mobility-avoided" value="1" checked/);

  const changed = await enter({ roles: '3', 'stance-mobility-avoided': '1' }, owner, '/feuilles/1');
  expect(readable(changed.text)).toContain('La feuille 1 est corrigée');
  expect((await owner.get(`${here}/feuilles/1`)).text).toContain('name="roles" value="3"');
  expect(readable((await owner.get('/animation/c/decouverte/textes')).text)).not.toContain('Un car le soir.');
  const gone = await owner.post(`${here}/feuilles/1/retrait`, {}, here);
  expect(readable(gone.text)).toContain('La feuille 1 est retirée');
  expect(readable(gone.text)).toContain('Aucune feuille n’est encore saisie');
  const none = await owner.get(`${here}/feuilles/1`);
  expect([none.status, readable(none.text)]).toEqual([404, expect.stringContaining('ne porte le numéro 1')]);
  const journal = readable((await owner.get('/animation/journal')).text);
  for (const what of ['A saisi', 'A modifié', 'A retiré'])
    expect(journal).toContain(`${what} la feuille de papier 1`);
});

test('what is wrong is said at its field, and nothing that was typed is lost', async () => {
  const wrong = await enter({ number: 'douze', roles: '3+99', territory: '8', 'remark-mobility': 'Un car.' });
  expect(wrong.status).toBe(422);
  const text = readable(wrong.text);
  expect(text).toContain('Écrivez le numéro de la feuille, de 1 à 99 999');
  expect(text).toContain('« 99 » n’est pas une case');
  expect(text).toContain('Écrivez un numéro de 1 à 7');
  expect(text).toContain('Cochez au moins une case');
  expect(wrong.text).toContain('value="Un car."');
  expect(wrong.text).toContain('aria-describedby="roles-hint roles-problem"');
});

test('a table goes out, is filled in, and comes back; the same numbers take the place of those of before', async () => {
  const read = await readSheets(await bytesOf(`${here}/tableau.xlsx`));
  const head = 'sheets' in read ? (read.sheets[0]?.rows[0] ?? []) : [];
  const row = (number: number, stance: string) =>
    head.map((_, i) => (i === 0 ? `${number}` : i === 3 ? stance : ''));
  const book = (rows: readonly (readonly string[])[]) =>
    writeWorkbook([{ name: 'Feuilles', header: head, rows }]);
  const wrong = await upload(await book([row(21, 'Très souhaitable'), row(22, 'Bof')]));
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Rien n’est enregistré');
  expect(wrong.text).toContain('Feuille « Feuilles », ligne 3, colonne D : « Bof » n’est pas un avis');
  expect(await shown()).toContain('Aucune feuille n’est encore saisie');
  const all = await upload(await book([row(21, 'Très souhaitable'), row(22, 'Je ne sais pas'), row(23, '')]));
  expect([all.status, all.text]).toEqual([
    200,
    expect.stringContaining('2 nouvelles feuilles sont comptées'),
  ]);
  const again = await upload(await book([row(21, 'Très souhaitable'), row(22, 'Très indésirable')]));
  expect(again.text).toContain('Aucune nouvelle feuille. Une feuille a remplacé celle de même numéro : 22.');
  expect(again.text).toContain('Une feuille était déjà là, sans changement.');
  expect(await shown()).toContain('2 feuilles sont saisies');
  expect((await upload('')).text).toContain('Ce fichier est vide');
  expect(readable((await owner.get('/animation/journal')).text)).toContain(
    '2 nouvelles, aucune remplacée (21-22)',
  );
});

test('they are counted with everybody who takes part, as paper; how is no longer asked', async () => {
  const text = readable((await owner.get('/animation/c/decouverte/suivi')).text);
  expect(text).toContain('Feuille de papier 2');
  const page = await owner.get(here);
  expect(page.text).not.toContain('name="paper"');
  expect(readable(page.text)).toContain('comptées avec les autres réponses');
  const late = await owner.post(`${here}/compte`, { paper: 'apart' }, here);
  expect(readable(late.text)).toContain('comptées avec les autres réponses');
});

test('a reader prints and sees how many, and enters nothing; after the end nobody does', async () => {
  const reader = await invited(owner, 'Lise', 'reader', 'decouverte');
  const page = await reader.get(here);
  expect(readable(page.text)).toContain('2 feuilles sont saisies');
  for (const part of ['/saisie', '/fichier', '/feuilles/']) expect(page.text).not.toContain(`${here}${part}`);
  for (const path of ['/saisie', '/feuilles/21']) expect((await reader.get(here + path)).status).toBe(403);
  expect((await enter({ number: '9', 'stance-mobility-avoided': '5' }, reader)).status).toBe(403);
  expect((await upload(await paperTemplateOf(), reader)).status).toBe(403);
  await owner.post('/animation/c/decouverte/cloture', {}, '/animation/c/decouverte');
  expect(await shown('/saisie')).toContain('n’est plus ouverte');
  const late = await enter({ number: '9', 'stance-mobility-avoided': '5' });
  expect(readable(late.text)).toContain('n’est plus ouverte');
  expect(await shown()).toContain('2 feuilles sont saisies');
});

const paperTemplateOf = () => bytesOf(`${here}/tableau.xlsx`);
