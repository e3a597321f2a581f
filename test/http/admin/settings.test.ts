import { expect, test } from '@jest/globals';
import { arrive, begin } from '../app/person.ts';
import { goOn, isDomainDone } from '../app/robot.ts';
import type { Running } from '../app/running.ts';
import { type Member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
withSpace((...its) => {
  [app, owner] = its;
});

const kinds = ['small-town', 'rural-village'];
const about = {
  languages: ['fr', 'en'],
  'title-fr': 'Demain à Bourg-Neuf',
  'title-en': 'Bourg-Neuf tomorrow',
  'territory-fr': 'Bourg-Neuf',
  'territory-en': 'Bourg-Neuf',
  kinds,
} as const;

/** Prepares a consultation with these names; its code. */
async function prepared(more: Record<string, string | readonly string[]> = {}): Promise<string> {
  const page = await owner.post('/animation/nouvelle', { ...about, ...more }, '/animation/nouvelle');
  const code = /\/animation\/c\/([a-z0-9-]+)\/reglages\/content/.exec(page.text)?.[1];
  if (code === undefined) throw new Error(readable(page.text));
  return code;
}

const saved = (code: string, step: string, fields: Record<string, string | readonly string[]>) =>
  owner.post(`/animation/c/${code}/reglages/${step}`, fields, `/animation/c/${code}/reglages/${step}`);

const calendar = {
  opens: '',
  closes: '2099-12-15',
  timeZone: 'Indian/Reunion',
  minGroup: '7',
  controller: 'Mairie de Bourg-Neuf',
  contact: 'mairie@bourg-neuf.example',
  retentionMonths: '6',
} as const;

/** The boxes that stand ticked, and the fields as they are filled. */
const tickedIn = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(`name="${name}" value="([^"]+)" checked`, 'g'))].flatMap(
    ([, value]) => value ?? [],
  );

test('a name, a territory and languages make a draft that nobody but the team sees', async () => {
  const code = await prepared();
  expect(code).toBe('demain-a-bourg-neuf');
  expect((await fetch(`${app.url}/c/${code}`)).status).toBe(404);
  const asked = await fetch(`${app.url}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ consultation: code }),
  });
  expect(asked.ok).toBe(false);
  const list = readable((await owner.get('/animation')).text);
  expect(list).toContain('Demain à Bourg-Neuf Bourg-Neuf En préparation');
  expect(await prepared()).toMatch(/^demain-a-bourg-neuf-[a-z0-9]{4}$/);
});

test('what is wrong is said at its field and at the top, and all that was typed is kept', async () => {
  const page = await owner.post(
    '/animation/nouvelle',
    { languages: ['fr'], 'title-fr': '<x', 'territory-fr': ' ', code: 'Été !', kinds: [] },
    '/animation/nouvelle',
  );
  expect(page.status).toBe(422);
  const said = readable(page.text);
  for (const problem of [
    'Il reste quelque chose à revoir',
    'Nommez le territoire en français',
    'Gardez au moins un type de lieu',
    'chiffres ou tirets',
  ])
    expect(said).toContain(problem);
  expect(page.text).toContain('value="&lt;x"');
  expect(page.text).toContain('value="Été !"');
  expect(tickedIn(page.text, 'languages')).toEqual(['fr']);
  expect(page.text).toMatch(
    /<a href="#territory-fr">[\s\S]*id="territory-fr"[^>]*aria-invalid="true" aria-describedby="territory-fr-hint territory-fr-problem"/,
  );
});

test('domains, trajectories and length: what is in use is what people are asked', async () => {
  const code = await prepared();
  const empty = await saved(code, 'content', { length: 'short', domains: ['mobility'], trajectories: [] });
  expect([empty.status, readable(empty.text)]).toEqual([
    422,
    expect.stringContaining('Gardez au moins une trajectoire pour « Transport et mobilité »'),
  ]);
  const page = (await owner.get(`/animation/c/${code}/reglages/content`)).text;
  const some = tickedIn(page, 'trajectories')
    .filter((id) => id.startsWith('mobility-'))
    .slice(0, 3);
  await saved(code, 'content', { length: 'short', domains: ['mobility'], trajectories: some });
  await saved(code, 'calendar', calendar);
  const preview = readable((await owner.get(`/animation/c/${code}/reglages/information`)).text);
  expect(preview).toContain('Transport et mobilité : 4 questions au plus, puis 3 trajectoires parmi 3');
  expect(preview).toContain('Mairie de Bourg-Neuf (mairie@bourg-neuf.example)');
  expect(preview).toContain('6 mois après la fin');
  expect(preview).toContain('Clôture le 15 décembre 2099');
  await owner.post(`/animation/c/${code}/ouverture`, {});

  const person = await arrive(app.url, { consultation: code });
  await person.submit({ act: 'consent', agree: true });
  await person.submit({ act: 'profile', decline: true });
  const turns = await goOn(person, isDomainDone);
  const asked = JSON.stringify(turns);
  const trajectories = new Set(
    [...asked.matchAll(/"act":"ballot","trajectory":"([\w-]+)"/g)].map(([, id]) => id),
  );
  expect(trajectories.size).toBe(3);
  for (const id of trajectories) expect(some).toContain(id);
});

test('the information people read is the default of the settings until it is rewritten', async () => {
  const code = await prepared();
  const page = (await owner.get(`/animation/c/${code}/reglages/information`)).text;
  const [, usual = ''] = /<textarea id="information-fr"[^>]*>\s*([\s\S]*?)<\/textarea>/.exec(page) ?? [];
  await saved(code, 'information', {
    'information-fr': usual.replaceAll('&#39;', "'"),
    'information-en': 'Ours.\n\nWritten <b>here</b>.',
  });
  await saved(code, 'calendar', { ...calendar, controller: 'Communauté des Trois-Vallées' });
  const again = (await owner.get(`/animation/c/${code}/reglages/information`)).text;
  expect(again).toContain('Communauté des Trois-Vallées');
  await owner.post(`/animation/c/${code}/ouverture`, {});
  const french = JSON.stringify((await arrive(app.url, { consultation: code })).greeting);
  expect(french).toContain('Communauté des Trois-Vallées');
  const english = JSON.stringify((await arrive(app.url, { consultation: code, locale: 'en-GB' })).greeting);
  expect(english).toContain('Written <b>here</b>.');
  expect(english).not.toContain('Trois-Vallées');
});

test.each([
  [{ closes: '2001-01-01' }, 'Ce jour est déjà passé'],
  [{ opens: '2099-12-20' }, 'La clôture vient après l’ouverture'],
  [{ closes: '2026-02-31' }, 'Donnez un jour qui existe'],
  [{ minGroup: '4' }, 'Donnez un nombre de 5 à 200'],
  [{ controller: ' ' }, 'Nommez qui répond des données'],
  [{ retentionMonths: '0' }, 'Donnez un nombre de mois'],
])('a calendar with %j is told what is wrong, and nothing of it is kept', async (wrong, told) => {
  const code = await prepared();
  const page = await saved(code, 'calendar', { ...calendar, ...wrong });
  expect([page.status, readable(page.text)]).toEqual([422, expect.stringContaining(told)]);
  expect((await owner.get(`/animation/c/${code}/reglages/calendar`)).text).not.toContain('2099-12-15');
});

test('once open, what people were told stays: domains and smallest group are fixed, the rest may be mended', async () => {
  const code = await prepared();
  await saved(code, 'calendar', calendar);
  await owner.post(`/animation/c/${code}/ouverture`, {});
  await saved(code, 'content', { length: 'long', domains: ['health'], trajectories: [] });
  await saved(code, 'calendar', { ...calendar, minGroup: '5', closes: '2099-12-31' });
  await saved(code, 'about', { ...about, code: 'autre-adresse', 'title-fr': 'Bourg-Neuf, demain' });
  const content = readable((await owner.get(`/animation/c/${code}/reglages/content`)).text);
  expect(content).toContain('ne changent plus');
  expect(content).toContain('Production dans les territoires');
  const when = readable((await owner.get(`/animation/c/${code}/reglages/calendar`)).text);
  expect(when).toContain('Plus petit groupe montré : 7 personnes');
  expect((await owner.get('/animation/c/autre-adresse/reglages/about')).status).toBe(404);
  const page = await (await fetch(`${app.url}/c/${code}`, { headers: { 'accept-language': 'fr' } })).text();
  expect(page).toContain('Bourg-Neuf, demain');
});

test('a life: opened, closed, archived, taken out again; each once, and copied as a draft without its answers', async () => {
  const code = await prepared({ code: 'vie-entiere' });
  expect(code).toBe('vie-entiere');
  const pass = async (way: string) => readable((await owner.post(`/animation/c/${code}/${way}`, {})).text);
  await pass('archivage');
  expect(readable((await owner.get('/animation')).text)).toContain('En préparation');
  await pass('ouverture');
  const person = await begin(app.url, 'mobility', { consultation: code });
  expect(person.card).toBeDefined();
  await pass('cloture');
  expect((await person.submit({ act: 'word', word: 'menu' })).labels).not.toContain('menu');
  await pass('archivage');
  expect(readable((await owner.get('/animation?archives')).text)).toContain('Archivée');
  await pass('retour');
  await pass('copie');
  const list = readable((await owner.get('/animation')).text);
  expect(list).toContain('Demain à Bourg-Neuf (copie) Bourg-Neuf En préparation');
  const journal = readable((await owner.get('/animation/journal')).text);
  for (const line of ['A ouvert', 'A clos', 'A archivé', 'A sorti', 'A copié'])
    expect(journal).toContain(line);
});

test('an address that is taken is refused, and a draft may be given up', async () => {
  await prepared({ code: 'deux-fois' });
  const again = await owner.post(
    '/animation/nouvelle',
    { ...about, code: 'deux-fois' },
    '/animation/nouvelle',
  );
  expect([again.status, readable(again.text)]).toEqual([422, expect.stringContaining('sert déjà')]);
  const taken = await owner.post(
    '/animation/nouvelle',
    { ...about, code: 'decouverte' },
    '/animation/nouvelle',
  );
  expect(taken.status).toBe(422);
  await owner.post('/animation/c/deux-fois/suppression', {});
  expect((await owner.get('/animation/c/deux-fois/reglages/about')).status).toBe(404);
  // One that is open is not.
  await owner.post('/animation/c/decouverte/suppression', {});
  expect((await owner.get('/animation/c/decouverte/reglages/about')).status).toBe(200);
});

test('only the languages and kinds of place in use are offered', async () => {
  const code = await prepared({ languages: ['fr'] });
  await owner.post(`/animation/c/${code}/ouverture`, {});
  const person = await arrive(app.url, { consultation: code, locale: 'en-GB' });
  expect(JSON.stringify(person.greeting)).toContain('Avant de commencer');
  await person.submit({ act: 'consent', agree: true });
  const { replies } = await person.submit({ act: 'profile', territory: 'large-centre' });
  expect(JSON.stringify(replies)).not.toContain('Grand centre urbain');
});

test('the chat page of a consultation in one language is in that language, and offers no other', async () => {
  const code = await prepared({ languages: ['fr'] });
  await owner.post(`/animation/c/${code}/ouverture`, {});
  const ask = async (path: string) =>
    (await fetch(app.url + path, { headers: { 'accept-language': 'en' } })).text();
  const page = await ask(`/c/${code}`);
  expect(page).toContain('<html lang="fr">');
  expect(page).toMatch(/id="other-language" hidden/);
  expect(await ask(`/c/${code}/resultats?lang=en`)).toContain('<html lang="fr">');
  expect(await ask('/c/decouverte')).not.toMatch(/id="other-language" hidden/);
});

const trajectoriesOf = async (code: string) =>
  tickedIn((await owner.get(`/animation/c/${code}/reglages/content`)).text, 'trajectories');

test('the people expected: what comes of it, what is too much, and the recommended choice in one press', async () => {
  const code = await prepared();
  const all = await trajectoriesOf(code);
  const domains = ['buildings', 'mobility', 'commerce', 'health', 'learning', 'production'];
  const asked = { length: 'usual', domains, trajectories: all, expected: '40' };
  const page = `/animation/c/${code}/reglages/content`;
  expect(readable((await owner.get(page)).text)).toContain('Dites combien de personnes vous attendez');

  // As the form is filled in, before anything is saved.
  const sent = await owner.post(`${page}/prevision`, asked, page);
  expect(sent.text).toMatch(/^<section id="plan"/);
  expect(readable(sent.text)).toContain(
    '40 personnes, 63 trajectoires : environ 15 avis chacune, 24 minutes par personne.',
  );
  expect(readable(sent.text)).toContain('Gardez-en 7 au plus par domaine, ou invitez au moins 61 personnes.');
  expect(await trajectoriesOf(code)).toHaveLength(63);
  const wrong = await saved(code, 'content', { ...asked, expected: '0' });
  expect([wrong.status, readable(wrong.text)]).toEqual([
    422,
    expect.stringContaining('Donnez un nombre de personnes, de 1 à 1 000 000'),
  ]);

  const taken = await saved(code, 'content', { ...asked, recommended: '1' });
  expect(readable(taken.text)).toContain('40 personnes, 42 trajectoires : environ 23 avis chacune');
  expect(taken.text).not.toContain('class="advice"');
  expect(await trajectoriesOf(code)).toHaveLength(42);

  // The smallest group decides how many views are enough.
  const step = `/animation/c/${code}/reglages/calendar`;
  expect((await owner.get(step)).text).not.toContain('class="advice"');
  const strict = readable(
    (await owner.post(`${step}/prevision`, { ...calendar, minGroup: '30' }, step)).text,
  );
  expect(strict).toContain('Invitez-en au moins 60, ou descendez le plus petit groupe montré à 20');

  // Once it is open the number may change; the trajectories may not.
  await saved(code, 'calendar', calendar);
  await owner.post(`/animation/c/${code}/ouverture`, {});
  const later = readable((await saved(code, 'content', { expected: '12' })).text);
  expect(later).toContain('12 personnes, 42 trajectoires');
  expect(later).toContain('Invitez au moins 25 personnes.');
  expect(later).not.toContain('conseillées');
});
