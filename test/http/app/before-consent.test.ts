import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { actionWith, readCard } from '#src/tools/simulate/card.ts';
import { bytesIn } from '#test/bytes-in.ts';
import { activity, bring } from './cloud-person.ts';
import { storeOf } from './in-database.ts';
import { arrive } from './person.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
beforeAll(async () => {
  app = await running();
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

/** Somebody on a Bot Framework channel: each thing they do is an activity of its own. */
function stranger() {
  const user = `user-${randomUUID()}`;
  return (more: object, id: string = randomUUID()) => bring(app.url, activity(id, user, more));
}

const agreeing = { act: 'consent', agree: true };

test.each<[string, object]>([
  ['oui', { text: 'oui' }],
  ['Ok', { text: 'Ok' }],
  ['d’accord, je commence', { text: 'd’accord' }],
  ['a number', { text: '1' }],
  ['a quoted reply', { text: 'Avant de commencer\n\noui' }],
  ['a button', { value: agreeing }],
  ['a button of another showing', { value: { ...agreeing, shown: 'zzzz' } }],
])('a newcomer who begins with %s agrees to nothing, on a channel and on the page', async (_, said) => {
  const does = stranger();
  expect((await does(said)).labels.at(-1)).toBe('consent');
  const labels = (await does({ text: 'mes données' })).labels;
  expect(labels).toEqual(['notice', 'consent']);
  expect((await does({ text: 'oui' })).labels).toEqual(['profile']);
});

test('after an erasure neither a repeated yes nor a card of before begins anew', async () => {
  const does = stranger();
  const { activities } = await does({ text: 'bonjour' });
  const before = buttonOf(activities);
  expect((await does({ value: before })).labels).toEqual(['profile']);
  await does({ text: 'effacer' });
  expect((await does({ text: 'oui' }, 'sure')).labels).toEqual(['notice']);
  expect((await does({ text: 'oui' }, 'sure')).labels).toEqual(['notice']);
  expect((await does({ value: before })).labels).toEqual(['stale', 'consent']);
  expect((await does({ value: before })).labels).toEqual(['stale', 'consent']);
  expect((await does({ text: 'oui' })).labels).toEqual(['profile']);
});

test('after an erasure on the page the cards of before are past', async () => {
  const person = await arrive(app.url);
  const { card } = person;
  await person.press();
  await person.say('effacer');
  await person.say('oui');
  expect((await person.say('oui')).labels).toEqual(['welcome', 'consent']);
  const shownNow = person.card;
  person.card = card;
  expect((await person.press()).labels).toEqual(['stale', 'consent']);
  person.card = shownNow;
  expect((await person.press()).labels).toEqual(['profile']);
});

test('what was shown on one device may be agreed to on another of the same person', async () => {
  const page = await arrive(app.url);
  const tab = await arrive(app.url, { previous: page.token });
  expect((await page.press()).labels).toEqual(['profile']);
  expect((await tab.press()).labels).toEqual(['stale', 'profile']);
});

test('nothing that people said before they agreed is on the disk, nor in the conversation; a start asks again', async () => {
  const secret = `Monsieur${randomUUID().replaceAll('-', '')}`;
  let town = await running();
  const person = await arrive(town.url);
  const words = [secret, `peut-être ${secret}`, 'pause', 'mes données', 'english', 'non', secret];
  for (const text of words) await person.say(text);
  await person.submit({ act: 'answer', question: 'mobility-own-words', value: secret });
  await person.submit({ act: secret });
  const user = randomUUID();
  const does = (more: object) => bring(town.url, activity(randomUUID(), user, more));
  for (const text of [secret, `je ne sais pas ${secret}`, 'non']) await does({ text });
  expect((await person.ask('GET', '/activities')).text.includes(secret)).toBe(false);
  expect(await bytesIn(town.dataDir, secret)).toEqual([]);
  await town.stop();
  expect(await kinds(town.dataDir)).toEqual([]);

  town = await running(town.dataDir);
  expect((await does({ text: 'oui' })).labels).toEqual(['welcome', 'consent']);
  expect((await does({ text: 'oui' })).labels).toEqual(['profile']);
  expect(await bytesIn(town.dataDir, secret)).toEqual([]);
  await town.stop();
  expect(await kinds(town.dataDir)).toEqual(['participant', 'reference']);
  await removeFolder(town.dataDir);
});

test('from the go-ahead on, a tab that comes back reads what was said', async () => {
  const person = await arrive(app.url);
  await person.say('oui');
  await person.say('passer');
  const { text } = await person.ask('GET', '/activities');
  expect(text.includes('"text":"oui"') && text.includes('"text":"passer"')).toBe(true);
});

function buttonOf(activities: readonly object[]): object {
  const cards = activities.flatMap(
    (one) => (one as { attachments?: { content: object }[] }).attachments ?? [],
  );
  const found = cards.map(({ content }) => actionWith(readCard(content), 'agree', true)).find((one) => one);
  if (found === undefined) throw new Error('No card asks for the go-ahead');
  return found.data;
}

/** The kinds of records about people that a data folder holds. */
async function kinds(dir: string): Promise<string[]> {
  const store = await storeOf(dir);
  const found: string[] = [];
  for (const kind of ['last-consultation', 'link', 'participant', 'reference'] as const)
    for await (const { record } of store.changes(kind, 0)) if (record !== undefined) found.push(kind);
  await store.close();
  return [...new Set(found)];
}
