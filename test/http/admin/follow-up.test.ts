import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { scopes } from '#domain/records/api-key.ts';
import { caller, keyOf } from '../api/caller.ts';
import { call } from '../app/call.ts';
import { arrive } from '../app/person.ts';
import { type Running, running } from '../app/running.ts';
import { invited, type Member, readable } from './member.ts';
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

const page = '/animation/c/voisins/suites';
const answers = `${page}/reponses`;
const publicly = async (lang = 'fr') =>
  readable(await (await fetch(`${app.url}/c/voisins/resultats?lang=${lang}`)).text());
const whole = {
  ...{ trajectory: '', state: 'kept', charge: 'La direction des mobilités' },
  ...{ 'why-fr': 'Le conseil a voté <le budget>.', 'why-en': 'The council voted the budget.' },
};

const firstTrajectory = async () => /<option value="([\w-]+)">/.exec((await owner.get(page)).text)?.[1] ?? '';

test('the home leads to the page; a page of before the end says that it is for later', async () => {
  const home = (await owner.get('/animation/c/voisins')).text;
  expect(home).toContain(`href="${page}"`);
  expect(readable((await owner.get(page)).text)).toContain('Rien n’est encore écrit');
  const early = await owner.get('/animation/c/petit/suites');
  expect(readable(early.text)).toContain('Cette page servira après la clôture');
  expect(early.text).not.toContain('name="state"');
  const tabs = /<nav class="tabs"[\s\S]*?<\/nav>/.exec(home)?.[0] ?? '';
  expect(tabs.indexOf('/suites')).toBeGreaterThan(tabs.indexOf('/publier'));
});

test('what is wrong is told at its field, and what was written stays', async () => {
  const wrong = await owner.post(answers, { ...whole, state: '', 'why-fr': 'x'.repeat(601) }, page);
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('href="#state"');
  expect(wrong.text).toContain('href="#why-fr"');
  expect(readable(wrong.text)).toContain('Dites où cela en est.');
  expect(readable(wrong.text)).toContain('600 caractères au plus');
  expect(wrong.text).toContain('x'.repeat(601));
  expect(wrong.text).toContain('value="La direction des mobilités"');
  const none = await owner.post(answers, {}, page);
  expect([none.status, readable(none.text)]).toEqual([422, expect.stringContaining('Dites pourquoi')]);
  expect(await publicly()).not.toContain('Ce qui en a été fait');
});

test('an answer is read at once on the public page, in the language of who reads, and by whoever comes back', async () => {
  const done = await owner.post(answers, whole, page);
  expect(readable(done.text)).toContain('Votre réponse est écrite. Les gens peuvent la lire.');
  expect(done.text).toContain('Le conseil a voté &lt;le budget&gt;.');
  const shown = await publicly();
  expect(shown).toMatch(/Ce qui en a été fait[\s\S]*Toute la consultation[\s\S]*Retenu, réponse du/);
  expect(shown).toContain('Qui s’en occupe : La direction des mobilités');
  const english = await publicly('en');
  expect(english).toMatch(/What was done with it[\s\S]*The council voted the budget\./);
  expect(english).not.toContain('Le conseil a voté');
  const person = await arrive(app.url, { consultation: 'voisins' });
  expect(JSON.stringify(person.greeting)).toContain('Le conseil a voté');
  expect(readable((await owner.get('/animation/c/voisins')).text)).toContain('Fait, comme noté le');
});

test('another answer on the same thing is added, and the one before stays on the page', async () => {
  const trajectory = await firstTrajectory();
  const on = { ...whole, trajectory, 'why-en': '' };
  await owner.post(answers, { ...on, state: 'study', 'why-fr': 'Une étude est commandée.' }, page);
  await owner.post(answers, { ...on, state: 'refused', 'why-fr': 'L’étude dit que non.' }, page);
  const shown = await publicly();
  expect(shown).toMatch(/Non retenu[\s\S]*L’étude dit que non[\s\S]*La réponse d’avant[\s\S]*À l’étude/);
  // What is not translated is read in the language that it was written in, and says which.
  const english = await (await fetch(`${app.url}/c/voisins/resultats?lang=en`)).text();
  expect(english).toContain('<p class="why" lang="fr">Une étude est commandée.</p>');
});

test('a correction is dated; nobody corrects what is not there', async () => {
  const at = /href="([^"]*\/suites\/reponses\/[0-9a-f]+)"/.exec((await owner.get(page)).text)?.[1] ?? '';
  const form = await owner.get(at);
  expect(form.text).toContain('Le conseil a voté &lt;le budget&gt;.');
  const wrong = await owner.post(at, { ...whole, 'why-fr': '', 'why-en': '' }, at);
  expect(wrong.status).toBe(422);
  const done = await owner.post(at, { ...whole, 'why-fr': 'Le conseil a voté le plan.' }, at);
  expect(readable(done.text)).toContain('La réponse est corrigée.');
  expect(await publicly()).toMatch(/Retenu, réponse du [^,]*, corrigée le/);
  expect(await publicly()).not.toContain('<le budget>');
  expect((await owner.get(`${answers}/abcdef`)).status).toBe(404);
  const journal = readable((await owner.get('/animation/journal')).text);
  expect(journal).toContain('A écrit ce qui a été fait du résultat');
  expect(journal).toContain('A corrigé une réponse sur ce qui a été fait');
  expect(journal).not.toContain('Le conseil a voté');
});

test('a reader reads it and writes nothing; somebody of another consultation finds nothing', async () => {
  const reader = await invited(owner, 'Lise', 'reader', 'voisins');
  const shown = await reader.get(page);
  expect([shown.status, shown.text.includes('name="state"')]).toEqual([200, false]);
  expect((await reader.post(answers, whole, page)).status).toBe(403);
  const other = await invited(owner, 'Jean', 'facilitator', 'atelier');
  expect((await other.get(page)).status).toBe(404);
  expect((await other.post(answers, whole)).status).toBe(404);
});

test('another program writes, corrects and reads it by its key, and is told what is wrong and where', async () => {
  const program = caller(app.url, await keyOf(owner, 'Site de la ville', scopes));
  const path = '/consultations/voisins/follow-ups';
  const { items } = (await program.get(path)).body;
  expect(items.map(({ state }: { state: string }) => state)).toEqual(['kept', 'study', 'refused']);
  const made = await program.send('POST', path, { state: 'done', why: { fr: 'C’est fait.' } });
  expect([made.status, made.body]).toEqual([201, expect.objectContaining({ state: 'done' })]);
  const put = (id: string) =>
    program.send('PUT', `${path}/${id}`, { state: 'done', why: { fr: 'C’est fait en mai.' } });
  expect((await put(made.body.id)).body).toMatchObject({ at: made.body.at, correctedAt: expect.anything() });
  expect((await put('none')).status).toBe(404);
  const wrong = await program.send('POST', path, { state: 'done', why: { de: 'Ja' }, trajectory: 'x' });
  expect([wrong.status, wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
    422,
    ['#/trajectory', '#/why/de'],
  ]);
  const open = await program.send('POST', '/consultations/petit/follow-ups', {
    state: 'done',
    why: { fr: 'x' },
  });
  expect(open.status).toBe(409);
  const reads = caller(app.url, await keyOf(owner, 'Lecture', ['results:read']));
  expect((await reads.get(path)).status).toBe(200);
  expect((await reads.send('POST', path, { state: 'done', why: { fr: 'x' } })).status).toBe(403);
});

test('the open data holds it, as a table and as the form of the data describes', async () => {
  const answer = await fetch(`${app.url}/c/voisins/resultats/donnees.zip?lang=fr`);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  expect(text('suites.csv').split('\r\n')[0]).toContain(
    'consultation,trajectory_id,trajectory,state_id,state,why,charge,written_at,corrected_at',
  );
  expect(text('suites.csv')).toContain('Le conseil a voté le plan.');
  expect(text('LISEZMOI.md')).toContain('`suites.csv`');
  const { followUp } = JSON.parse(text('resultats.json'));
  expect(followUp.map(({ state }: { state: string }) => state)).toEqual(['kept', 'study', 'refused', 'done']);
  const schema = (await call(`${app.url}/schemas/resultats-1.json`)).body;
  expect(Object.keys(schema.properties.followUp.items.properties)).toEqual(
    expect.arrayContaining(['state', 'why', 'charge', 'at', 'correctedAt', 'trajectory']),
  );
});
