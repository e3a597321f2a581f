import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '../teams/until.ts';
import { activity, bring, channel } from './cloud-person.ts';
import { kept } from './kept.ts';
import { arrive, begin, type Person } from './person.ts';
import { filled } from './robot.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
beforeAll(async () => {
  app = await running();
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

async function pausing(person: Person): Promise<string> {
  const { labels, replies } = await person.say('pause');
  expect(labels).toEqual(['notice']);
  const code = /\w{5}-\w{5}-\w{5}/.exec(JSON.stringify(replies))?.[0];
  if (code === undefined) throw new Error('No resume code is shown');
  return code;
}

test('a resume code takes the place up on another device', async () => {
  const here = await begin(app.url);
  await here.press(filled(here.card?.inputs ?? []));
  const before = await kept(here);
  const code = await pausing(here);
  const there = await arrive(app.url, { locale: 'en' });
  const { labels } = await there.say(` ${code.toLowerCase().replaceAll('-', ' ')} `);
  expect(labels).toEqual(['notice', 'question']);
  const after = await kept(there);
  expect({ id: after.id, answers: after.answers }).toEqual({ id: before.id, answers: before.answers });
  await there.say('passer');
  expect(Object.keys((await kept(here)).answers)).toHaveLength(2);
  expect((await there.say(code)).labels[0]).toBe('notice');
});

test('a resume code leads from the chat page to another channel', async () => {
  const here = await begin(app.url);
  await here.press(filled(here.card?.inputs ?? []));
  const code = await pausing(here);
  const there = await bring(app.url, activity('1', 'on-teams', { text: code }));
  expect(there.labels).toEqual(['notice', 'question']);
});

test('the first device is told at once, and what to do if it was somebody else', async () => {
  const here = await begin(app.url);
  const code = await pausing(here);
  const there = await arrive(app.url);
  await there.say(code);
  let told = await here.read();
  while (told.length === 0) told = await here.read();
  expect(told.map(({ label }) => label)).toEqual(['notice']);
  expect(told[0]?.text).toContain('reprise sur un autre appareil');
  expect(told[0]?.text).toContain('effacer');
  expect(await there.read()).toEqual([]);
  // They erase, and the other device has nothing of theirs any more.
  await here.say('effacer');
  await here.submit({ act: 'erase', sure: true });
  const again = await arrive(app.url, { previous: there.token });
  expect(again.greeting.map(({ label }) => label)).toEqual(['welcome', 'consent']);
});

test('a first device in a channel of the Bot Framework is told there', async () => {
  const service = await channel();
  try {
    const inTeams = (id: string, more: object) => {
      const one = activity(id, 'first-in-teams', { serviceUrl: service.url, ...more });
      return bring(app.url, one);
    };
    await inTeams('1', { text: 'bonjour' });
    await inTeams('2', { value: { act: 'consent', agree: true } });
    const { activities } = await inTeams('3', { text: 'pause' });
    const code = /\w{5}-\w{5}-\w{5}/.exec(JSON.stringify(activities))?.[0] ?? '';
    const there = await arrive(app.url);
    expect((await there.say(code)).labels[0]).toBe('notice');
    await until(() => service.posted.length > 0);
    expect(service.posted.map(({ body }) => body.label)).toEqual(['notice']);
    expect((await inTeams('4', { text: 'menu' })).labels[0]).not.toBe('notice');
  } finally {
    service.stop();
  }
});

test('a wrong code is told, and nothing changes', async () => {
  const person = await begin(app.url);
  const { labels, replies } = await person.say('KTMP-4P7R');
  expect(labels).toEqual(['notice', 'question']);
  expect(replies[0]?.text).toMatch(/code/i);
  const newcomer = await arrive(app.url);
  expect((await newcomer.say('KTMP-4P7R')).labels).toEqual(['notice', 'consent']);
});

test('a code is refused to somebody who has answered already, and both keep what they said', async () => {
  const [one, other] = [await begin(app.url), await begin(app.url)];
  await one.press(filled(one.card?.inputs ?? []));
  await other.press(filled(other.card?.inputs ?? []));
  const [before, code] = [await kept(other), await pausing(one)];
  const { labels } = await other.say(code);
  expect(labels).toEqual(['notice', 'question']);
  const after = await kept(other);
  expect({ id: after.id, answers: after.answers }).toEqual({ id: before.id, answers: before.answers });
  expect((await kept(one)).id).not.toBe(after.id);
});

test('the language changes in the middle of a questionnaire, and the place stays', async () => {
  const person = await begin(app.url);
  await person.press(filled(person.card?.inputs ?? []));
  const question = (await kept(person)).answers;
  const asked = (heard: Person) => heard.card?.actions.find(({ data }) => data.act === 'answer')?.data;
  const before = asked(person);
  const english = await person.say('english');
  expect(english.labels).toEqual(['notice', 'question']);
  expect(english.replies.map(({ locale }) => locale)).toEqual(['en', 'en']);
  expect(asked(person)).toEqual(before);
  const french = await person.say('français');
  expect(french.replies.map(({ locale }) => locale)).toEqual(['fr', 'fr']);
  expect(asked(person)).toEqual(before);
  expect((await kept(person)).answers).toEqual(question);
});
