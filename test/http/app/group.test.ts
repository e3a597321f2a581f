import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '../teams/until.ts';
import { call } from './call.ts';
import { activity, bring, channel } from './cloud-person.ts';
import { answers, enough, minGroup } from './crowd.ts';
import { arrive, begin, type Person } from './person.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
let teams: Awaited<ReturnType<typeof channel>>;
let first: Person;
let others: Person[];
let passer: Person;
beforeAll(async () => {
  app = await running();
  teams = await channel();
}, 20_000);
afterAll(async () => {
  await app.stop();
  teams.stop();
  await removeFolder(app.dataDir);
});

const publish = (token?: string, code = 'decouverte') =>
  call(`${app.url}/api/consultations/${code}/publish`, { method: 'POST', token, body: {} });

const inGroup = (id: string, more: object) =>
  activity(id, 'a-member', {
    serviceUrl: teams.url,
    conversation: { id: 'the-channel', isGroup: true },
    ...more,
  });

test('one person alone reads how many are needed at least, and nothing is published', async () => {
  first = await answers(app.url);
  const { labels, replies } = await first.say('le groupe');
  expect(labels).toEqual(['group-scenario']);
  expect(replies[0]?.speak).toContain(`au moins ${2 * minGroup - 1}`);
  const waiting = await publish(app.facilitatorKey);
  expect({ status: waiting.status, body: waiting.body }).toEqual({
    status: 202,
    body: { outcome: 'waiting', needed: 2 * minGroup - 1 },
  });
});

test('the page of results is not there yet, and knows only consultations', async () => {
  const page = await fetch(`${app.url}/c/decouverte/resultats`, { headers: { 'accept-language': 'fr' } });
  expect([page.status, await page.text()]).toEqual([404, expect.stringContaining('pas encore publié')]);
  expect((await fetch(`${app.url}/c/nowhere/resultats`)).status).toBe(404);
});

test('with enough people, whoever has finished a domain reads what the group makes of it', async () => {
  others = await Promise.all(Array.from({ length: enough }, () => answers(app.url)));
  const { labels, replies } = await first.say('le groupe');
  expect(labels).toEqual(['group-scenario']);
  const said = JSON.stringify(replies[0]);
  expect(said).toContain('Résultat provisoire');
  expect(said).toContain('Vous voyez les domaines que vous avez terminés');
  expect(said).not.toContain('dl_');
  // Before, it would lead them.
  const newcomer = await begin(app.url);
  expect(JSON.stringify((await newcomer.say('le groupe')).replies)).toContain('Terminez d’abord un domaine');
});

test('in a group conversation nobody is questioned, and before it is published only how many took part is told', async () => {
  expect((await bring(app.url, inGroup('1', { text: 'bonjour' }))).labels).toEqual(['help']);
  const { labels, activities } = await bring(app.url, inGroup('2', { text: 'le groupe' }));
  expect(labels).toEqual(['group-scenario']);
  expect(JSON.stringify(activities)).toContain('personnes ont participé');
});

test('only the bearer of the key publishes', async () => {
  expect((await publish()).status).toBe(401);
  expect((await publish(`${app.facilitatorKey}x`)).status).toBe(401);
  expect((await publish(first.token)).status).toBe(401);
  expect((await publish(app.facilitatorKey, 'nowhere')).status).toBe(404);
  const person = await begin(app.url);
  expect((await person.say('publier')).labels).toEqual(['notice', 'question']);
  expect((await person.submit({ act: 'word', word: 'publish' })).labels).toEqual(['notice', 'question']);
  expect(teams.posted).toEqual([]);
  expect((await first.read()).length).toBe(0);
});

test('what is published reaches, once, whoever has answered, and no channel where nobody invited', async () => {
  for (const [id, text] of [
    ['3', 'bonjour'],
    ['4', 'oui'],
  ] as const) {
    await bring(app.url, activity(id, 'far', { serviceUrl: teams.url, text }));
  }
  passer = await arrive(app.url, { locale: 'en' });
  const people = [first, ...others];
  const [published, ...again] = await Promise.all([1, 2, 3].map(() => publish(app.facilitatorKey)));
  expect(published).toMatchObject({
    status: 200,
    body: { outcome: 'published', kind: 'provisional', conversations: people.length },
  });
  expect(again.map((one) => one.body)).toEqual([{ outcome: 'unchanged' }, { outcome: 'unchanged' }]);
  for (const person of people)
    expect((await person.read()).map(({ label }) => label)).toEqual(['group-scenario']);
  // What others think would lead who has not answered yet.
  expect([await passer.read(), teams.posted]).toEqual([[], []]);
  expect(await publish(app.facilitatorKey)).toMatchObject({ status: 200, body: { outcome: 'unchanged' } });
});

test('and then anyone reads it on the page of results, in sentences with their figures and in pictures with their tables', async () => {
  for (const [lang, heading] of [
    ['fr', 'Ce que dit le groupe'],
    ['en', 'What the group says'],
  ]) {
    const page = await fetch(`${app.url}/c/decouverte/resultats?lang=${lang}`);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toContain(`<h1>${heading} <span class="of">`);
    expect(text).toMatch(/<details><summary>|<dl class="facts">/);
    expect(text.match(/<svg /g)?.length).toBeGreaterThan(0);
    expect(text.match(/<table>/g)?.length).toBe(text.match(/<figure>/g)?.length);
    expect(text).not.toMatch(/dl_|undefined|NaN/);
  }
});

test('each picture of the page is a file of its own, and nothing else is', async () => {
  const picture = (name: string) => fetch(`${app.url}/c/decouverte/resultats/images/${name}?lang=fr`);
  const svg = await picture('domaine-mobility.svg');
  expect([svg.status, svg.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(await svg.text()).toMatch(/^<svg [^>]*>.*Résultat /s);
  const png = await picture('domaine-mobility.png');
  expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(
    Buffer.from(await png.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  for (const name of ['nulle-part.svg', 'domaine-mobility.gif', 'domaine-mobility', '..%2Fx.png'])
    expect((await picture(name)).status).toBe(404);
});

test('after the end, the final result takes its place by itself, for everybody', async () => {
  const path = `${app.url}/api/consultations/decouverte/close`;
  expect((await call(path, { method: 'POST', token: app.facilitatorKey })).status).toBe(200);
  // It comes when it comes: the test's own limit bounds it.
  const next = async (person: Person) => {
    for (;;) {
      const came = await person.read();
      if (came.length > 0) return came;
    }
  };
  for (const person of [first, passer, ...others]) {
    const came = await next(person);
    expect(came.map(({ label }) => label)).toEqual(['group-scenario']);
    expect(JSON.stringify(came)).toMatch(/Résultat final|Final result/);
  }
  expect((await passer.log()).at(-1)?.locale).toBe('en');
  await until(() => teams.posted.length === 1);
  const places = teams.posted.map((post) => [post.path.split('/')[3], post.body.label]);
  expect(places).toEqual([['with-far', 'group-scenario']]);
  const page = await (await fetch(`${app.url}/c/decouverte/resultats?lang=fr`)).text();
  expect(page).toContain('Résultat final');
  expect(page).toContain(`${enough + 1} personnes`);
});

test('the group follows those who leave: under the minimum nothing is shown any more', async () => {
  const leaving = others.slice(0, enough - minGroup + 2);
  for (const person of leaving) {
    await person.say('effacer');
    expect((await person.submit({ act: 'erase', sure: true })).labels).toEqual(['notice']);
  }
  const { replies } = await first.say('le groupe');
  expect(replies[0]?.speak).toContain('Trop peu de personnes ont donné leur avis');
  const after = await publish(app.facilitatorKey);
  expect({ status: after.status, body: after.body }).toEqual({
    status: 202,
    body: { outcome: 'waiting', needed: 1 },
  });
});
