import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { call } from './call.ts';
import { activity, bring, channel } from './cloud-person.ts';
import { answers, minGroup } from './crowd.ts';
import { arrive, begin, type Person } from './person.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
let teams: Awaited<ReturnType<typeof channel>>;
let first: Person;
let others: Person[];
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

test('one person alone reads how many are needed, and nothing is published', async () => {
  first = await answers(app.url);
  const { labels, replies } = await first.say('le groupe');
  expect(labels).toEqual(['group-scenario']);
  expect(replies[0]?.speak).toContain(`${minGroup - 1}`);
  const waiting = await publish(app.facilitatorKey);
  expect({ status: waiting.status, body: waiting.body }).toEqual({
    status: 202,
    body: { outcome: 'waiting', needed: minGroup - 1 },
  });
});

test('the page of results waits too, and knows only consultations', async () => {
  const page = await fetch(`${app.url}/c/decouverte/resultats`, { headers: { 'accept-language': 'fr' } });
  expect(await page.text()).toContain(`Il manque encore ${minGroup - 1} personnes`);
  expect((await fetch(`${app.url}/c/nowhere/resultats`)).status).toBe(404);
});

test('with enough people everyone reads what the group makes of it, with how many they are', async () => {
  others = await Promise.all(Array.from({ length: minGroup }, () => answers(app.url)));
  const { labels, replies } = await first.say('le groupe');
  expect(labels).toEqual(['group-scenario']);
  expect(replies[0]?.speak).toMatch(new RegExp(`\\b(${minGroup}|${minGroup + 1})\\b`));
  expect(JSON.stringify(replies[0]?.attachments)).not.toContain('dl_');
});

test('and anyone on the page of results, in sentences with their figures and in pictures with their tables', async () => {
  for (const [lang, heading] of [
    ['fr', 'Ce que dit le groupe'],
    ['en', 'What the group says'],
  ]) {
    const page = await fetch(`${app.url}/c/decouverte/resultats?lang=${lang}`);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toContain(`<h1>${heading}</h1>`);
    expect(text).toMatch(/<span data-figures="\{&quot;n&quot;:\d+\}" title="/);
    expect(text.match(/<svg /g)?.length).toBeGreaterThan(0);
    expect(text.match(/<table>/g)?.length).toBe(text.match(/<svg /g)?.length);
    expect(text).not.toMatch(/dl_|undefined|NaN/);
  }
});

test('in a group conversation nobody is questioned, and the group can be asked for', async () => {
  expect((await bring(app.url, inGroup('1', { text: 'bonjour' }))).labels).toEqual(['help']);
  expect((await bring(app.url, inGroup('2', { text: 'le groupe' }))).labels).toEqual(['group-scenario']);
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

test('what is published reaches every private conversation, once, and no channel where nobody invited', async () => {
  for (const [id, text] of [
    ['3', 'bonjour'],
    ['4', 'oui'],
  ] as const) {
    await bring(app.url, activity(id, 'far', { serviceUrl: teams.url, text }));
  }
  const passer = await arrive(app.url, { locale: 'en' });
  const people = [first, passer, ...others];
  const [published, ...again] = await Promise.all([1, 2, 3].map(() => publish(app.facilitatorKey)));
  const { status, body } = published ?? {};
  expect({ status, outcome: body?.outcome }).toEqual({ status: 200, outcome: 'published' });
  expect(again.map((one) => one.body)).toEqual([{ outcome: 'unchanged' }, { outcome: 'unchanged' }]);
  // Beside them: who tried to publish, and the personal chat.
  expect(body.conversations).toBe(people.length + 2);
  for (const person of people) {
    expect((await person.read()).map(({ label }) => label)).toEqual(['group-scenario']);
  }
  expect((await passer.log()).at(-1)?.locale).toBe('en');
  const places = teams.posted.map((post) => [post.path.split('/')[3], post.body.label]);
  expect(places).toEqual([['with-far', 'group-scenario']]);
  expect(await publish(app.facilitatorKey)).toMatchObject({ status: 200, body: { outcome: 'unchanged' } });
  expect(teams.posted).toHaveLength(1);
});

test('the group follows those who leave: under the minimum nothing is shown any more', async () => {
  for (const person of others.slice(0, 3)) {
    await person.say('effacer');
    expect((await person.submit({ act: 'erase', sure: true })).labels).toEqual(['notice']);
  }
  const { replies } = await first.say('le groupe');
  expect(replies[0]?.speak).toMatch(/\b2\b/);
  const after = await publish(app.facilitatorKey);
  expect({ status: after.status, body: after.body }).toEqual({
    status: 202,
    body: { outcome: 'waiting', needed: 2 },
  });
});
