import { expect, test } from '@jest/globals';
import { bytesIn } from '#test/bytes-in.ts';
import { arrive, begin } from '../app/person.ts';
import { type Running, running } from '../app/running.ts';
import { type Member, readable } from './member.ts';
import { having, over, town } from './town.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
withSpace(
  (...its) => {
    [app, owner] = its;
  },
  async () => running(await town(having('voisins', over))),
);

const c = (code: string) => `/animation/c/${code}`;
const about = {
  languages: ['fr', 'en'],
  kinds: ['small-town'],
  'title-fr': 'Demain ici',
  'title-en': 'Tomorrow here',
  'territory-fr': 'Ici',
  'territory-en': 'Here',
};
const next = (page: string) => /<section class="next"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';

test('a draft asks for what it lacks, then to be tried, and leads to the people once it is open', async () => {
  await owner.post('/animation/nouvelle', { ...about, code: 'demain' }, '/animation/nouvelle');
  const home = async () => (await owner.get(c('demain'))).text;
  expect(next(await home())).toContain('Compléter les réglages');
  const calendar = `${c('demain')}/reglages/calendar`;
  const rules = { opens: '', closes: '', timeZone: 'Europe/Paris', minGroup: '11', retentionMonths: '6' };
  await owner.post(calendar, { ...rules, controller: 'Mairie', contact: 'mairie@ici.example' }, calendar);
  expect(next(await home())).toContain('Essayer comme un habitant');
  const opened = await owner.post(`${c('demain')}/ouverture`, {});
  expect(readable(opened.text)).toContain('La consultation est ouverte.');
  expect(opened.text).toContain('aria-current="page">Inviter');
  expect(next(await home())).toContain('Personne n’a encore répondu');
  expect(await home()).toMatch(/<nav class="tabs"[\s\S]*Demain ici <span class="phase open">Ouverte/);
});

test('after the end: publish, tell people, archive; the tick is kept, and may be taken back', async () => {
  expect(next((await owner.get(c('voisins'))).text)).toContain('Lire les textes');
  const page = async () => (await owner.get(c('petit'))).text;
  await owner.post(`${c('petit')}/cloture`, {});
  // Its three people are too few for a result; two texts of theirs may be read.
  expect(readable(await page())).toContain('Trop peu de personnes ont répondu');
  await owner.post(`${c('petit')}/suites`, {});
  expect(readable(await page())).toContain('Fait, comme noté le');
  await owner.post(`${c('petit')}/suites/retrait`, {});
  expect(readable(await page())).not.toContain('Fait, comme noté le');
  const log = readable((await owner.get('/animation/journal')).text);
  for (const line of [
    'A noté que les gens ont été informés',
    'A noté que les gens n’ont pas encore été informés',
  ])
    expect(log).toContain(line);
});

test('a draft is tried as people will meet it, and nothing of it is kept, counted or written down', async () => {
  const said = 'une phrase qui ne doit rester nulle part';
  await owner.post('/animation/nouvelle', { ...about, code: 'essai-du-val' }, '/animation/nouvelle');
  const trial = `${c('essai-du-val')}/essai/conversation`;
  const page = (await owner.get(trial)).text;
  const ticket = /"trial":"([\w-]+)"/.exec(page)?.[1] ?? '';
  const person = await begin(app.url, 'mobility', { invitation: ticket });
  expect(person.card).toBeDefined();
  expect((await person.say(said)).replies.length).toBeGreaterThan(0);
  expect(await bytesIn(app.dataDir, said)).toEqual([]);
  expect(readable((await owner.get(c('essai-du-val'))).text)).toContain('Quelqu’un de l’équipe l’a essayée');
  await owner.post(`${c('essai-du-val')}/ouverture`, {});
  expect(readable((await owner.get(`${c('essai-du-val')}/suivi`)).text)).toContain(
    'Personne n’a encore donné d’avis',
  );
  expect(await bytesIn(app.dataDir, ticket)).toEqual([]);
  // The ticket opens once, and the draft to nobody else.
  const again = await fetch(`${app.url}/v3/directline/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ invitation: ticket }),
  });
  expect(again.ok).toBe(false);
});

test('a change of settings counts in the next sentence of a trial', async () => {
  await owner.post('/animation/nouvelle', { ...about, code: 'essai-suivi' }, '/animation/nouvelle');
  const step = `${c('essai-suivi')}/reglages/about`;
  const ticketIn = async () =>
    /"trial":"([\w-]+)"/.exec((await owner.get(`${c('essai-suivi')}/essai/conversation`)).text)?.[1] ?? '';
  const person = await arrive(app.url, { invitation: await ticketIn() });
  expect(JSON.stringify(person.greeting)).toContain('Demain ici');
  await owner.post(step, { ...about, code: 'essai-suivi', 'title-fr': 'Un autre nom' }, step);
  const { replies } = await person.say('bonjour');
  expect(JSON.stringify(replies)).toContain('Un autre nom');
});
