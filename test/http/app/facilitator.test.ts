import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '../teams/until.ts';
import { call } from './call.ts';
import { activity, bring, channel } from './cloud-person.ts';
import { answers, enough, minGroup } from './crowd.ts';
import { arrive, cardsOf, type Person } from './person.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
let facilitator: Person;
let invitation: string;
beforeAll(async () => {
  app = await running();
  invitation = new URL(app.facilitatorLink).hash.slice(1);
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

/** The button that publishes, on the last menu they were shown. */
async function publishButton(person: Person) {
  const { replies } = await person.say('menu');
  return replies
    .flatMap(cardsOf)
    .at(-1)
    ?.actions.find(({ data }) => data.word === 'publish');
}

test('the link opens a chat whose menu can publish, once', async () => {
  expect((await call(app.facilitatorLink)).text).toContain('<!doctype html>');
  facilitator = await arrive(app.url, { invitation });
  await facilitator.submit({ act: 'consent', agree: true });
  await facilitator.submit({ act: 'profile', decline: true });
  expect(await publishButton(facilitator)).toBeDefined();
  const again = { method: 'POST', body: { invitation } };
  expect((await call(`${app.url}/v3/directline/tokens/generate`, again)).status).toBe(403);
  const stranger = await answers(app.url);
  expect(await publishButton(stranger)).toBeUndefined();
});

test('the same browser opens the same link again', async () => {
  facilitator = await arrive(app.url, { invitation, previous: facilitator.token });
  expect(await publishButton(facilitator)).toBeDefined();
});

/** What comes next, when it comes: posting goes on after the turn that asked for it. The test's own limit bounds it. */
async function nextLabels(person: Awaited<ReturnType<typeof answers>>) {
  for (;;) {
    const came = await person.read();
    if (came.length > 0) return came.map(({ label }) => label);
  }
}

test('the button says how many are needed; then it publishes, and says it was done once', async () => {
  const button = await publishButton(facilitator);
  if (button === undefined) throw new Error('The menu has no way to publish');
  const early = await facilitator.tap(button);
  expect(early.labels).toEqual(['notice']);
  expect(early.replies[0]?.text).toContain(`au moins ${2 * minGroup - 1}`);

  const people = await Promise.all(Array.from({ length: enough - 1 }, () => answers(app.url)));
  const told = await facilitator.tap(button);
  expect(told.status).toBe(200);
  expect(told.labels[0]).toBe('notice');
  for (const person of people) expect(await nextLabels(person)).toEqual(['group-scenario']);
  expect((await facilitator.tap(button)).labels).toEqual(['notice']);
  for (const person of people) expect(await person.read()).toEqual([]);
});

test('whoever facilitates makes a consultation in the chat, and opens it with a link of its own, once', async () => {
  const { labels } = await facilitator.say('nouvelle consultation');
  expect(labels).toEqual(['facilitation']);
  const form = { title: 'Val d’Or 2040', territory: 'le Val d’Or', domains: 'health', opens: '', closes: '' };
  const { replies } = await facilitator.press({ ...form, language: 'fr', minGroup: '5' });
  const said = JSON.stringify(replies);
  const link = new URL(/http[^"]*\/facilitator#[\w-]+/.exec(said)?.[0] ?? '');
  expect(link.pathname).toMatch(/^\/c\/val-d-or-2040-\w{4}\/facilitator$/);
  expect((await call(link.href)).text).toContain('Val d’Or 2040');
  const there = await arrive(app.url, { invitation: link.hash.slice(1) });
  await there.submit({ act: 'consent', agree: true });
  await there.submit({ act: 'profile', decline: true });
  expect(await publishButton(there)).toBeDefined();
  const code = link.pathname.split('/')[2] ?? '';
  expect((await arrive(app.url, { consultation: code })).greeting.length).toBeGreaterThan(0);
  const stranger = await arrive(app.url);
  expect((await stranger.say('nouvelle consultation')).labels).toEqual(['notice', 'consent']);
});

test('who was away reads it when they come back, once', async () => {
  const away = await bring(app.url, activity('1', 'away', { text: 'bonjour' }));
  expect(away.status).toBe(200);
  const person = await answers(app.url, 'health');
  const back = await arrive(app.url, { previous: person.token });
  expect(back.greeting.map(({ label }) => label)).toEqual(['notice', 'group-scenario', 'menu']);
  const later = await arrive(app.url, { previous: person.token });
  expect(later.greeting.map(({ label }) => label)).toEqual(['notice', 'menu']);
});

test('a channel that refuses for good is left alone, and the others are reached', async () => {
  const teams = await channel(403);
  for (const [id, text] of [
    ['g1', 'bonjour'],
    ['g2', 'oui'],
  ] as const)
    await bring(app.url, activity(id, 'blocked', { serviceUrl: teams.url, text }));
  const other = await answers(app.url, 'learning');
  // The end has the final result published.
  const path = `${app.url}/api/consultations/decouverte/close`;
  expect((await call(path, { method: 'POST', token: app.facilitatorKey })).status).toBe(200);
  expect(await nextLabels(other)).toEqual(['group-scenario']);
  await until(() => teams.posted.length === 1);
  teams.stop();
});
