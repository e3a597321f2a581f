import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import { personalMessage } from '#test/channel/teams-activity.ts';
import { newChannel, person } from '#test/channel/teams-places.ts';
import { Member } from '../teams/member.ts';
import { kept } from './kept.ts';
import { begin, type Person } from './person.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
let teams: TeamsService;
beforeAll(async () => {
  [app, teams] = await Promise.all([running(), teamsService()]);
}, 20_000);
afterAll(async () => {
  await app.stop();
  await teams.stop();
  await removeFolder(app.dataDir);
});

const answers = async (one: Person) => (await kept(one)).answers;
const shared = { kind: 'choice', value: 'car-shared' };

test('on the page, the same number sent twice at once answers one question', async () => {
  const one = await begin(app.url);
  const both = await Promise.all([one.say('2'), one.say('2')]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(await answers(one)).toEqual({ 'mobility-daily': shared });
  expect((await one.say('1')).labels).toContain('question');
  expect(Object.keys(await answers(one))).toEqual(['mobility-daily', 'mobility-why-car']);
});

test('ten numbers, sent before any reply was fetched, answer one question: the last of them', async () => {
  const one = await begin(app.url);
  const send = (n: number) => one.ask('POST', '/activities', { type: 'message', text: `${n}` });
  for (const n of [2, 1, 2, 1]) await send(n);
  await Promise.all([2, 2, 2, 2, 2, 2].map(send));
  expect(await answers(one)).toEqual({ 'mobility-daily': shared });
});

test('a client that says what it showed last is believed, however late its words arrive', async () => {
  const one = await begin(app.url);
  await one.say('2');
  const late = { channelData: { clientActivityID: randomUUID(), asked: 'mobility-daily' } };
  expect((await one.say('2', late)).labels).toEqual(['notice', 'question']);
  expect(await answers(one)).toEqual({ 'mobility-daily': shared });
  const odd = { channelData: { clientActivityID: randomUUID(), asked: { not: 'ours' } } };
  expect((await one.say('1', odd)).labels).toContain('question');
  expect(Object.keys(await answers(one))).toEqual(['mobility-daily', 'mobility-why-car']);
});

/** Somebody in Teams at the first question of a domain. */
async function inTeams() {
  const place = { app: app.url, service: teams.url, channel: newChannel() };
  const member = new Member(place, person());
  for (const words of ['bonjour', 'oui', 'passer', 'mobilité']) await member.write(words);
  const said = () => teams.log.filter(({ conversation }) => conversation.endsWith(member.user.aadObjectId));
  const before = said().length;
  const brings = (text: string, more: object = {}) =>
    member.send({ ...personalMessage({ service: teams.url, user: member.user, text }), ...more });
  const questions = () =>
    said()
      .slice(before)
      .map(({ label, body }) =>
        `${label} ${JSON.stringify(body).match(/"question":"([\w-]+)"/)?.[1] ?? ''}`.trim(),
      );
  return { brings, questions };
}

test.each<[string, { timestamp?: string }]>([
  ['at once', {}],
  ['at once, with no time told', { timestamp: undefined as never }],
])('in Teams, the same number brought twice %s answers one question', async (_, more) => {
  const { brings, questions } = await inTeams();
  await Promise.all([brings('2', more), brings('2', more)]);
  // The replies to both are on their way together; what was understood has the button that corrects it.
  const [twice, once] = ['question mobility-why-car', 'notice mobility-daily'];
  expect(questions().toSorted()).toEqual(['notice', once, twice, twice]);
  await brings('1');
  expect(questions().at(-1)).not.toBe('question mobility-why-car');
});

test('in Teams, what was sent at the same time and is brought one after the other answers one question', async () => {
  const { brings, questions } = await inTeams();
  const timestamp = new Date(Date.now() + 1).toISOString().replace('000Z', '001Z');
  await brings('2', { timestamp });
  await brings('2', { timestamp });
  expect(questions().filter((one) => one.startsWith('question'))).toEqual([
    'question mobility-why-car',
    'question mobility-why-car',
  ]);
});
