import { expect, test } from '@jest/globals';
import type { Running } from '../app/running.ts';
import { invited, type Member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
withSpace((...its) => {
  [app, owner] = its;
});

const at = (code: string) => `/animation/c/${code}/catalogue`;
const drawn = async (page: string, by = owner) =>
  /name="vu" value="([^"]*)"/.exec((await by.get(`${page}?lang=fr`)).text)?.[1] ?? '';
const titled = {
  'main-0-title-fr': 'Bâtiments, réseaux et jardins',
  'main-0-title-en': 'Buildings and gardens',
};

async function draft(code: string): Promise<string> {
  const names = {
    'title-fr': 'Demain',
    'title-en': 'Tomorrow',
    'territory-fr': 'Ici',
    'territory-en': 'Here',
  };
  const about = { languages: ['fr', 'en'], kinds: ['small-town'], ...names, code };
  await owner.post('/animation/nouvelle', about, '/animation/nouvelle');
  return at(code);
}

/** A form of a thing as it is drawn, with some fields filled otherwise. */
async function fieldsOf(page: string, by = owner) {
  const { text } = await by.get(`${page}?lang=fr`);
  const plain = (value: string) =>
    value.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const fields: Record<string, string | string[]> = {};
  for (const [, name, value, area, words] of text.matchAll(
    /<input id="[\w-]+" name="([\w-]+)" type="text" value="([^"]*)"|<textarea id="([\w-]+)"[^>]*>\n([\s\S]*?)<\/textarea>/g,
  ))
    fields[name ?? area ?? ''] = plain(value ?? words ?? '');
  for (const [, name = '', value = ''] of text.matchAll(
    /<input type="checkbox" name="([\w-]+)" value="([^"]*)" checked/g,
  ))
    fields[name] = [...(fields[name] ?? []), value];
  for (const [, name = '', options = ''] of text.matchAll(
    /<select id="[\w-]+" name="([\w-]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  return { ...fields, vu: await drawn(page, by), domaine: 'buildings' };
}

test('one begins from what is asked now, is written in, saved, and has its public page; another one begins from it', async () => {
  const here = at('decouverte');
  const { text } = await owner.get(`${here}?lang=fr`);
  const present = /name="modele" value="([^"]+)" checked/.exec(text)?.[1] ?? '';
  expect(readable((await owner.post(`${here}/debut`, { modele: present, langues: 'fr,en' })).text)).toContain(
    'Tout est en ordre',
  );
  const thing = `${here}/trajectory/buildings-shared-data`;
  const listed =
    /catalogue\/(trajectory\/buildings-[\w-]+)"/.exec((await owner.get(here)).text)?.[1] ?? thing;
  const own = { ...(await fieldsOf(`${here}/${listed}`)), 'main-0-title-fr': 'La halle des données' };
  await owner.post(`${here}/${listed}`, own);
  expect((await fetch(`${app.url}/catalogue/decouverte`)).status).toBe(404);
  await owner.post(`${here}/edition`, { vu: await drawn(here) });
  const deck = await fetch(`${app.url}/catalogue/decouverte?lang=fr`);
  const page = await deck.text();
  expect(deck.status).toBe(200);
  expect(page).toContain('La halle des données');
  expect(page.match(/Écrite pour cette consultation/g)).toHaveLength(1);
  expect(readable(page)).toContain('Une autre vient de l’organisme qui mène la consultation');
  expect(readable((await owner.get(here)).text)).toContain('La page publique de ces trajectoires');

  const next = await draft('ensuite');
  const choices = (await owner.get(`${next}?lang=fr`)).text;
  const earlier = /name="modele" value="(decouverte@[^"]+)"/.exec(choices)?.[1] ?? '';
  expect(readable(choices)).toMatch(/Découverte/);
  await owner.post(`${next}/debut`, { modele: earlier, langues: 'fr' });
  const begun = (await owner.get(`${next}?lang=fr`)).text;
  expect(begun).toContain('La halle des données');
  expect(begun).toContain('Écrite pour cette consultation');
  // Of a draft nobody reads anything.
  await owner.post(`${next}/edition`, { vu: await drawn(next) });
  expect((await fetch(`${app.url}/catalogue/ensuite`)).status).toBe(404);
}, 60_000);

test('from nothing, what is missing is told; a model that is not offered begins nothing', async () => {
  const here = await draft('de-rien');
  const none = await owner.post(`${here}/debut`, { modele: 'ailleurs@1.0.0+x', langues: 'fr' });
  expect(none.status).toBe(422);
  const { text } = await owner.post(`${here}/debut`, { modele: 'rien', langues: 'fr' });
  expect(text).toContain('id="problemes"');
  expect(readable(text)).toContain('Bâtiments et réseaux');
  expect(text).not.toContain('/edition"');
  const lise = await invited(owner, 'Lise', 'facilitator');
  await lise.post(`${here}/debut`, { modele: 'rien', langues: 'fr' });
  expect((await owner.get(here)).text).toContain('id="problemes"');
}, 30_000);

test('of two who write in the same thing, the second is shown what the first wrote, and chooses', async () => {
  const here = await draft('a-deux');
  const choices = (await owner.get(here)).text;
  const present = /name="modele" value="([^"]+)" checked/.exec(choices)?.[1] ?? '';
  await owner.post(`${here}/debut`, { modele: present, langues: 'fr,en' });
  const lise = await invited(owner, 'Lise', 'facilitator');
  const thing = `${here}/domain/buildings`;
  const [mine, hers] = [await fieldsOf(thing), await fieldsOf(thing, lise)];
  await lise.post(thing, { ...hers, 'main-0-title-fr': 'Le titre de Lise' });
  const met = await owner.post(thing, { ...mine, ...titled });
  expect(met.status).toBe(409);
  for (const words of ['Le titre de Lise', 'Bâtiments, réseaux et jardins'])
    expect(met.text.replaceAll('&#39;', "'")).toContain(words);
  expect((await owner.get(thing)).text).toContain('value="Le titre de Lise"');
  const vu = /name="vu" value="([^"]*)"/.exec(met.text)?.[1] ?? '';
  await owner.post(thing, { ...mine, ...titled, vu });
  expect((await owner.get(thing)).text).toContain('value="Bâtiments, réseaux et jardins"');
}, 30_000);

test('nothing that somebody else wrote meanwhile is removed, abandoned or replaced unseen', async () => {
  const here = at('a-deux');
  const listed = /catalogue\/(question\/[\w-]+)"/.exec((await owner.get(here)).text)?.[1] ?? '';
  const question = `${here}/${listed}`;
  const [seen, copy] = [await drawn(question), await drawn(here)];
  await owner.post(question, { ...(await fieldsOf(question)), 'main-0-title-fr': 'Une question de Lise' });
  const removal = await owner.post(`${question}/retrait`, { vu: seen });
  expect([removal.status, readable(removal.text)]).toEqual([
    409,
    expect.stringContaining('Rien n’a été fait.'),
  ]);
  expect(removal.text).toContain('Une question de Lise');
  const dropped = await owner.post(`${here}/abandon`, { vu: copy });
  expect([dropped.status, readable(dropped.text)]).toEqual([
    422,
    expect.stringContaining('Rien n’a été fait.'),
  ]);
  const brought = new FormData();
  brought.set('jeton', await owner.token());
  brought.set('vu', copy);
  const sheet = await fetch(`${app.url}${here}/feuille/glossary`, { headers: { cookie: owner.cookie } });
  brought.set('fichier', new Blob([await sheet.bytes()]), 'glossary.csv');
  const headers = { cookie: owner.cookie, 'accept-language': 'fr' };
  const file = await fetch(`${app.url}${here}/fichier`, { method: 'POST', body: brought, headers });
  expect([file.status, readable(await file.text())]).toEqual([
    422,
    expect.stringContaining('Rien n’a été fait.'),
  ]);
  expect((await owner.get(here)).text).toContain('Une question de Lise');
  await owner.post(`${question}/retrait`, { vu: await drawn(question) });
  expect((await owner.get(here)).text).not.toContain('Une question de Lise');
}, 30_000);
