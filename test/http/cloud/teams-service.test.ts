import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import { newChannel, person } from '#test/channel/teams-places.ts';

let teams: TeamsService;
let time: number;
let channel: string;
beforeEach(async () => {
  time = 0;
  teams = await teamsService({ now: () => time });
  channel = newChannel();
});
afterEach(() => teams.stop());

const call = async (method: string, path: string, body: object = {}) => {
  const response = await fetch(`${teams.url}v3/conversations${path}`, { method, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
};
const post = (conversation: string, body: object = {}) =>
  call('POST', `/${encodeURIComponent(conversation)}/activities`, body);

test('seven in a second are allowed in a thread, the eighth is over', async () => {
  for (let i = 0; i < 7; i += 1) await post(channel);
  time = 1000;
  await post(channel);
  expect(teams.overLimits()).toEqual([]);
  time = 1999;
  await post(channel);
  expect(teams.overLimits()).toEqual([{ thread: channel, window: 2, allowed: 8, came: 9 }]);
});

test('over what an app may send is told too', async () => {
  for (let i = 0; i < 31; i += 1) await post(newChannel());
  expect(teams.overLimits()).toEqual([{ thread: 'app', window: 1, allowed: 30, came: 31 }]);
});

test('a conversation is opened, with a person or in a channel, and what is said first stands there', async () => {
  const user = person();
  const activity = { type: 'message', label: 'notice', text: 'Bonjour' };
  const alone = await call('POST', '', { members: [user], activity });
  const thread = await call('POST', '', { channelData: { channel: { id: channel } }, activity });
  expect([alone.status, thread.status]).toEqual([201, 201]);
  expect(thread.body.id).toBe(`${channel};messageid=${thread.body.activityId}`);
  expect(teams.standing(alone.body.id)).toMatchObject([{ id: alone.body.activityId, label: 'notice' }]);
  expect(teams.standing(channel)).toMatchObject([{ thread: thread.body.id, body: activity }]);
  expect(teams.labelled('notice')).toEqual([]);
});

test('an answer to a message of a channel stands in its thread', async () => {
  const root = await post(channel);
  await call('POST', `/${encodeURIComponent(channel)}/activities/${root.body.id}`, { text: 'réponse' });
  const thread = `${channel};messageid=${root.body.id}`;
  expect(teams.standing(thread).map(({ body }) => body.text)).toEqual([undefined, 'réponse']);
});

test('what is told to fail fails, as often as told, where told', async () => {
  teams.fail(({ conversation }) => conversation === channel, { status: 429 }, 'cut');
  expect((await fetch(`${teams.url}v3/conversations`, { method: 'POST', body: '{}' })).status).toBe(201);
  expect((await fetch(`${teams.url}v3/conversations/${channel}/activities`, { method: 'POST' })).status).toBe(
    429,
  );
  await expect(post(channel)).rejects.toThrow();
  expect((await post(channel)).status).toBe(201);
  expect(teams.log.map(({ answer }) => answer)).toEqual([201, 429, 'cut', 201]);
  expect(teams.standing(channel)).toHaveLength(1);
});
