import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answersIn, primary, submit } from '#src/tools/simulate/card.ts';
import { activity, bring } from './cloud-person.ts';
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

const firstAnswer = ({ card }: Person) => {
  const button = card && primary(card);
  if (card === undefined || button === undefined) throw new Error('Nothing is asked');
  return submit(button, filled(card.inputs));
};

const twenty = Array.from({ length: 20 }, (_, i) => i);

test('two tabs of one person answer at the same time: both are answered, nothing is lost', async () => {
  const one = await begin(app.url, 'mobility');
  const two = await arrive(app.url, { previous: one.token });
  expect(two.greeting.map(({ label }) => label)).toEqual(['notice', 'question']);
  await two.submit({ act: 'open', domain: 'health' });
  const health = questionOf(two);
  const mobility = questionOf(one);
  expect(health).not.toBe(mobility);
  const exchanges = await Promise.all([
    one.submit(firstAnswer(one)),
    two.submit(firstAnswer(two)),
    one.submit({ act: 'word', word: 'help' }),
    two.say('english'),
  ]);
  for (const { status, replies } of exchanges) {
    expect(status).toBe(200);
    expect(replies.length).toBeGreaterThan(0);
  }
  const [fromOne, fromTwo] = [await kept(one), await kept(two)];
  expect(fromOne.id).toBe(fromTwo.id);
  expect(Object.keys(fromTwo.answers).sort()).toEqual([health, mobility].sort());
  expect(fromTwo.language).toBe('en');
});

test('both tabs answer the same question many times over: each is answered, one answer is kept', async () => {
  const one = await begin(app.url);
  const two = await arrive(app.url, { previous: one.token });
  const question = questionOf(one);
  const values = answersIn(one.card ?? { actions: [], inputs: [] }).map(({ data }) => data.value);
  const presses = twenty.map((i) =>
    (i % 2 ? one : two).submit({ act: 'answer', question, value: values[i % values.length] }),
  );
  for (const { status, replies } of await Promise.all(presses)) {
    expect({ status, some: replies.length > 0 }).toEqual({ status: 200, some: true });
  }
  expect(Object.keys((await kept(one)).answers)).toEqual([question]);
});

test('the same activity twenty times at once counts once, and is answered the same each time', async () => {
  const user = randomUUID();
  const steps: readonly object[] = [
    { text: 'bonjour' },
    { value: { act: 'consent', agree: true } },
    { value: { act: 'profile', decline: true } },
    { value: { act: 'open', domain: 'mobility' } },
  ];
  for (const [i, step] of steps.entries()) {
    expect((await bring(app.url, activity(`${i}`, user, step))).status).toBe(200);
  }
  const once = activity('pause', user, { text: 'passer' });
  const answers = await Promise.all(twenty.map(() => bring(app.url, once)));
  expect(answers.map(({ labels }) => labels)).toEqual(twenty.map(() => ['question']));
  expect(new Set(answers.map(({ activities }) => said(activities))).size).toBe(1);
  const { activities } = await bring(app.url, activity('data', user, { text: 'mes données' }));
  const link = /my-data\?t=[\w.-]+/.exec(JSON.stringify(activities))?.[0];
  const download = await fetch(`${app.url}/api/${link}`);
  expect(Object.values((await download.json()).answers)).toEqual([{ kind: 'skipped' }]);
});

test('the very first activity of a person twenty times at once makes one person', async () => {
  const user = randomUUID();
  const all = async (id: string) => {
    const once = activity(id, user, { value: { act: 'consent', agree: true } });
    const answers = await Promise.all(twenty.map(() => bring(app.url, once)));
    return answers.map(({ status, labels }) => `${status} ${labels}`);
  };
  // Nothing was shown yet that it would be a go-ahead to.
  expect(await all('first')).toEqual(twenty.map(() => '200 stale,consent'));
  expect(await all('second')).toEqual(twenty.map(() => '200 profile'));
});

test('an erasure twenty times at once is said the same each time, and leaves nobody behind', async () => {
  const user = randomUUID();
  await bring(app.url, activity('0', user, { text: 'bonjour' }));
  await bring(app.url, activity('1', user, { value: { act: 'consent', agree: true } }));
  await bring(app.url, activity('2', user, { text: 'effacer' }));
  const once = activity('3', user, { value: { act: 'erase', sure: true } });
  const answers = await Promise.all(twenty.map(() => bring(app.url, once)));
  expect(answers.map(({ labels }) => labels)).toEqual(twenty.map(() => ['notice']));
  expect((await bring(app.url, activity('4', user, { text: 'bonjour' }))).labels).toEqual([
    'welcome',
    'consent',
  ]);
});

test('one clientActivityID twenty times at once leaves one set of replies in the log', async () => {
  const person = await begin(app.url);
  const before = (await person.log()).length;
  const name = { channelData: { clientActivityID: randomUUID() } };
  const posts = await Promise.all(
    twenty.map(() => person.ask('POST', '/activities', { type: 'message', text: 'passer', ...name })),
  );
  expect(new Set(posts.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  expect(posts[0]?.status).toBe(200);
  expect((await person.log()).slice(before).map(({ label }) => label)).toEqual(['question']);
  expect(Object.values((await kept(person)).answers)).toEqual([{ kind: 'skipped' }]);
});

const questionOf = (person: Person) =>
  String(person.card?.actions.find(({ data }) => data.act === 'answer')?.data.question);

/** What activities say, apart from when and under which id. */
const said = (activities: readonly object[]) =>
  JSON.stringify(activities, (key, value) => (['id', 'timestamp'].includes(key) ? undefined : value));
