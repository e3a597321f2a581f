import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readCard } from '#src/tools/simulate/card.ts';
import { activity, bring } from './cloud-person.ts';
import { kept } from './kept.ts';
import { arrive, begin, type Person } from './person.ts';
import { filled, goOn } from './robot.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
beforeAll(async () => {
  app = await running();
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

const typed = {
  'nothing at all': '',
  'spaces alone': ' \u00a0\n\t ',
  '10,000 characters': 'abcde '.repeat(1667).slice(0, 10_000),
  'emoji alone': '👩‍👩‍👧‍👦🤔🇫🇷',
  HTML: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'a Markdown link': '[cliquez](https://example.org) ![](https://example.org/x.png)',
  'control characters': '\u0000\u0007\u001b\u202e\ufeff\ud800',
} as const;

describe.each(Object.entries(typed))('%s typed', (_name, text) => {
  test('is asked again at a closed question, and the place is kept', async () => {
    const person = await begin(app.url);
    const before = (await kept(person)).answers;
    const { status, labels, replies } = await person.say(text);
    expect({ status, labels }).toEqual({ status: 200, labels: ['retry'] });
    expect(JSON.stringify(replies)).not.toContain('example.org');
    expect((await kept(person)).answers).toEqual(before);
    expect((await person.press(filled(person.card?.inputs ?? []))).labels).toEqual(['question']);
  });

  test('is answered kindly before the go-ahead and at the menu', async () => {
    const person = await arrive(app.url);
    const early = await person.say(text);
    expect({ status: early.status, last: early.labels.at(-1) }).toEqual({ status: 200, last: 'retry' });
    await person.submit({ act: 'consent', agree: true });
    await person.submit({ act: 'profile', decline: true });
    const atMenu = await person.say(text);
    expect({ status: atMenu.status, labels: atMenu.labels }).toEqual({
      status: 200,
      labels: ['retry'],
    });
  });
});

const pressed: readonly (readonly [string, unknown])[] = [
  ['an unknown action', { act: 'explode' }],
  ['no action', {}],
  ['a list', [1, 2]],
  ['a number', 7],
  ['text', 'answer'],
  ['false', false],
  ['a question that is not there', { act: 'answer', question: '__proto__', value: 'x' }],
  ['a trajectory that is not there', { act: 'ballot', trajectory: 'constructor', stance: '1' }],
  ['a number for a question', { act: 'answer', question: 5, value: 'x' }],
  ['an object for an answer', { act: 'answer', question: 'q', value: { a: [1] } }],
  ['a domain that is not there', { act: 'open', domain: 'moon' }],
  ['a word that is not there', { act: 'word', word: 'shutdown' }],
  ['a yes to an erasure nobody asked for', { act: 'erase', sure: true }],
  ['the go-ahead again', { act: 'consent', agree: true }],
  ['a change of something never answered', { act: 'change', question: 'nope' }],
];

test.each(pressed)('a button with %s is said to be past, and the place is kept', async (_name, value) => {
  const person = await begin(app.url);
  const { status, labels } = await person.submit(value);
  expect({ status, labels }).toEqual({ status: 200, labels: ['stale', 'question'] });
  expect((await person.press(filled(person.card?.inputs ?? []))).labels).toEqual(['question']);
});

test('roles and territories that nobody offered are asked again', async () => {
  const person = await arrive(app.url);
  await person.submit({ act: 'consent', agree: true });
  for (const value of [{ roles: 'king' }, { territory: 'moon' }, { roles: 'toString' }]) {
    const { status, labels } = await person.submit({ act: 'profile', ...value });
    expect({ status, labels }).toEqual({ status: 200, labels: ['retry'] });
  }
  expect((await person.submit({ act: 'profile', roles: 7 })).labels).toEqual(['stale', 'profile']);
});

test('values that a question does not offer are asked again, and nothing is written down', async () => {
  const person = await begin(app.url);
  const question = questionOf(person);
  const before = (await kept(person)).answers;
  for (const value of ['9', '-1', '0', '1.5', '1e0', 'x'.repeat(9000), '<b>', 'a,b,,c', '', 'constructor']) {
    const { status, labels } = await person.submit({ act: 'answer', question, value });
    expect({ value: value.slice(0, 20), status, labels }).toEqual({
      value: value.slice(0, 20),
      status: 200,
      labels: ['retry'],
    });
  }
  expect((await kept(person)).answers).toEqual(before);
});

test('a ballot out of range is asked again, and nothing is written down', async () => {
  const person = await begin(app.url);
  const last = (await goOn(person, ({ labels }) => labels.includes('trajectory'))).at(-1);
  const trajectory = `${actionOf(last?.replies.at(-1)?.attachments?.[0]?.content, 'trajectory')}`;
  const good = { act: 'ballot', trajectory, stance: '1' };
  for (const [bad, label] of [
    [{ stance: '3' }, 'retry'],
    [{ stance: '-0.5' }, 'retry'],
    [{ stance: 'NaN' }, 'retry'],
    [{ stance: '' }, 'retry'],
    [{ stance: 1 }, 'stale'],
    [{ horizon: 'yesterday' }, 'retry'],
    [{ benefits: 'jobs,environment,openness' }, 'retry'],
    [{ benefits: 'gold' }, 'retry'],
    [{ condition: 'x'.repeat(401) }, 'retry'],
    [{ concern: '👩‍👩‍👧‍👦'.repeat(900) }, 'retry'],
    [{ concern: ['a'] }, 'stale'],
  ] as const) {
    const { status, labels } = await person.submit({ ...good, ...bad });
    expect({ bad, status, label: labels[0] }).toEqual({ bad, status: 200, label });
  }
  expect((await kept(person)).ballots).toEqual({});
  expect((await person.submit(good)).labels[0]).not.toBe('retry');
  expect((await kept(person)).ballots).toEqual({
    [trajectory]: { stance: 1, kept: false, benefits: [] },
  });
});

test('what a person wrote comes back as they wrote it, never as markup', async () => {
  const person = await begin(app.url);
  await goOn(person, () => person.card?.inputs[0]?.type === 'Input.Text');
  const { labels } = await person.say('**gras** [lien](https://example.org) <i>');
  expect(labels).not.toContain('retry');
  const { replies } = await person.say('changer');
  const shown = JSON.stringify(replies);
  expect(shown).toContain('"TextRun","text":"**gras** [lien](https://example.org) <i>"');
  // Whatever reads Markdown shows none of it.
  expect(shown.match(/"TextBlock","text":"[^"]*example\.org/)).toBeNull();
});

test.each([
  [{ entities: [{ type: 'mention' }] }],
  [{ entities: [{ type: 'mention', mentioned: { id: 'trajectoires' } }], recipient: undefined }],
  [{ entities: [{ type: 'mention', mentioned: { id: 'trajectoires' }, text: 7 }] }],
  [{ entities: null, attachments: null, text: null }],
  [{ type: 'invoke', name: 'adaptiveCard/action', value: { action: { data: 'x' } } }],
  [{ type: 'invoke', name: 'adaptiveCard/action' }],
  [{ type: 'conversationUpdate', membersAdded: null }],
  [{ locale: 'xx-YY', channelData: 7 }],
])('a Bot Framework activity with %j is answered', async (odd) => {
  const said = activity('odd', JSON.stringify(odd), { text: 'bonjour', ...odd });
  expect((await bring(app.url, said)).status).toBe(200);
});

test('the name of the bot is no part of what is said to it', async () => {
  const name = '<at>Trajectoires</at>';
  const entities = [{ type: 'mention', mentioned: { id: 'trajectoires' }, text: name }];
  const { labels } = await bring(app.url, activity('1', 'polite', { entities, text: `${name} aide` }));
  expect(labels).toEqual(['help']);
});

function questionOf(person: Person): string {
  return String(person.card?.actions.find(({ data }) => data.act === 'answer')?.data.question);
}

function actionOf(content: unknown, key: string): unknown {
  return readCard(content).actions.find(({ data }) => key in data)?.data[key];
}
