import { expect, test } from '@jest/globals';
import { storeOf } from '../app/in-database.ts';
import { type Running, running } from '../app/running.ts';
import { invited, type Member, readable } from './member.ts';
import { having, over, remarks, town } from './town.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
withSpace(
  (...its) => {
    [app, owner] = its;
  },
  async () => running(await town(having('voisins', over))),
);

const page = '/animation/c/voisins/publier';
const texts = remarks.map((one) => one.replace('<', '&lt;').replace('>', '&gt;'));
const publicly = async (code = 'voisins', lang = 'fr') =>
  (await fetch(`${app.url}/c/${code}/resultats?lang=${lang}`)).text();

test('the page says what publishing does, and shows what will be said before it is', async () => {
  const text = readable((await owner.get(page)).text);
  expect(text).toContain('Ce résultat n’a encore jamais été publié');
  expect(text).toContain(`${app.url}/c/voisins/resultats`);
  expect(text).toContain('24 personnes ont choisi de prendre part');
  const small = readable((await owner.get('/animation/c/atelier/publier')).text);
  expect(small).toContain('n’a pas de page publique');
  expect(small).not.toContain('Données ouvertes');
  const few = await owner.get('/animation/c/petit/publier');
  expect(few.text).not.toContain('Publier maintenant');
  expect(readable(few.text)).toContain('Il faut encore au moins 19 personnes');
});

test('before it is published there is no page, nor its data: kindly said', async () => {
  for (const path of ['resultats', 'results', 'resultats/donnees.zip']) {
    const answer = await fetch(`${app.url}/c/voisins/${path}?lang=fr`);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(readable(await answer.text())).toContain('n’est pas encore publié');
  }
});

test('a publication may be planned, changed and taken back', async () => {
  const plan = (fields: Record<string, string>) => owner.post(`${page}/date`, fields, page);
  const wrong = await plan({ day: '2020-01-01', time: '09:00' });
  expect([wrong.status, readable(wrong.text)]).toEqual([422, expect.stringContaining('déjà passé')]);
  expect((await plan({ day: 'demain', time: '09:00' })).status).toBe(422);
  const said = 'Le résultat sera publié le 15 janvier 2127 à 08:30.';
  expect(readable((await plan({ day: '2127-01-15', time: '08:30' })).text)).toContain(said);
  expect(readable((await owner.get('/animation')).text)).toContain(said);
  expect(readable(await publicly())).toContain(said);
  expect(readable((await plan({ day: '2127-01-16', time: '08:30' })).text)).toContain('16 janvier 2127');
  const back = await owner.post(`${page}/date/retrait`, {}, page);
  expect(readable(back.text)).toContain('Plus aucune publication n’est prévue');
  expect(readable(await publicly())).not.toContain('2127');
});

test('a text is on the public page once it is marked, ticked and published', async () => {
  const before = readable((await owner.get(page)).text);
  expect(before).toContain('Aucun texte libre n’est marqué « à citer »');
  const ids = await textIds();
  for (const id of ids)
    await owner.post(`/animation/c/voisins/textes/${id}`, { quote: '1', reason: 'telling' }, page);
  const offered = (await owner.get(page)).text;
  for (const id of ids) expect(offered).toContain(`value="${id}"`);
  for (const text of texts) expect(await publicly()).not.toContain(text);
  // Whoever may only read sees no free text, and cannot publish.
  const reader = await invited(owner, 'Lise', 'reader');
  const theirs = await reader.get(page);
  expect(theirs.text).not.toContain('name="citations"');
  for (const text of texts) expect(theirs.text).not.toContain(text);
  expect((await reader.post(page, { citations: [...ids] })).status).toBe(403);

  // Published without them: still not there.
  const published = await owner.post(page, {}, page);
  expect(readable(published.text)).toContain('Le résultat est publié');
  for (const text of texts) expect(await publicly()).not.toContain(text);

  const ticked = await owner.post(page, { citations: [...ids, 'of-nobody'] }, page);
  expect(readable(ticked.text)).toContain('Les textes cités ont été mis à jour');
  for (const id of ids) expect(ticked.text).toContain(`value="${id}" checked`);
  const shown = await publicly();
  for (const text of texts) expect(shown).toContain(text);
  expect(readable(shown)).toContain('En leurs mots');
});

test('whoever shares the public page sees its title and how many took part', async () => {
  const html = await publicly();
  expect(html).toContain('<meta property="og:title" content="Résultats · Consultation voisins">');
  expect(html).toMatch(/og:description" content="[^"]*24 personnes ont choisi de prendre part/);
  expect(html).toContain(`<meta property="og:url" content="${app.url}/c/voisins/resultats?lang=fr">`);
  expect(html).toContain('href="/c/voisins/resultats/donnees.zip?lang=fr"');
  // Where there is nothing to show, nothing is promised.
  expect(await publicly('petit')).not.toContain('donnees.zip');
  expect(await publicly('atelier')).not.toContain('donnees.zip');
});

test('a result published twice is sent once, and the publication kept its moment', async () => {
  const second = await owner.post(page, { citations: await textIds() }, page);
  expect(readable(second.text)).toContain('Rien n’a été renvoyé');
  const compare = await owner.get('/animation/c/voisins/resultats/comparer');
  expect(readable(compare.text)).toContain('Résultat publié, du');
  const journal = readable((await owner.get('/animation/journal')).text);
  expect(journal).toContain('A publié le résultat');
});

test('too few people publish nothing', async () => {
  const early = await owner.post('/animation/c/petit/publier', {}, page);
  expect(readable(early.text)).toContain('Il faut encore au moins 19 personnes pour publier');
});

test('after a start, published texts are still there, but for that of whoever erased everything', async () => {
  await app.stop();
  const store = await storeOf(app.dataDir);
  await store.erase('participant', 'voisins-0');
  await store.close();
  app = await running(app.dataDir);
  try {
    const shown = await publicly();
    expect(shown).not.toContain(texts[0]);
    expect(shown).toContain(texts[1]);
  } finally {
    await app.stop();
  }
});

/** The ids by which the page of texts knows what was written. */
async function textIds(): Promise<readonly string[]> {
  const { text } = await owner.get('/animation/c/voisins/textes');
  const ids = [...text.matchAll(/id="texte-([\w-]{32})"/g)].map(([, id = '']) => id);
  expect(ids).toHaveLength(2);
  return ids;
}
