import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createConnectorClient } from '#channels/bot-framework/connector/connector-client.ts';
import type { ConnectorClient } from '#channels/wire.ts';
import { type TeamsService, teamsService } from '#test/channel/teams.ts';
import { newChannel } from '#test/channel/teams-places.ts';
import { address, quickLine, saying, watched } from './posting.ts';

let teams: TeamsService;
let line: ConnectorClient;
let clock: Awaited<ReturnType<typeof quickLine>>['clock'];
let channel: string;
beforeEach(async () => {
  teams = await teamsService({ now: () => clock.now() });
  ({ line, clock } = await quickLine());
  channel = newChannel();
});
afterEach(() => teams.stop());

const many = (n: number) => Array.from({ length: n }, (_, i) => i);
const texts = (conversation: string) => teams.standing(conversation).map(({ body }) => body.text);

test('200 posts of one thread arrive in order, none lost or doubled, within what Teams allows', async () => {
  const thread = `${channel};messageid=1`;
  await Promise.all(many(200).map((i) => line.post(address(teams.url, thread), saying(`n° ${i}`))));
  expect(texts(thread)).toEqual(many(200).map((i) => `n° ${i}`));
  expect(teams.log).toHaveLength(200);
  expect(teams.overLimits()).toEqual([]);
  // 60 in half a minute: the last of 200 goes in the fourth.
  expect(clock.passed()).toBeGreaterThan(90_000);
  expect(clock.passed()).toBeLessThan(120_000);
}, 30_000);

test('with failures among them too, each try counted', async () => {
  let seen = 0;
  const everyThird = () => seen++ % 3 === 0;
  teams.fail(everyThird, ...many(60).map((i) => ({ status: [429, 500, 502][i % 3] ?? 504 })));
  await Promise.all(many(100).map((i) => line.post(address(teams.url, channel), saying(`n° ${i}`))));
  expect(texts(channel)).toEqual(many(100).map((i) => `n° ${i}`));
  expect(teams.log).toHaveLength(150);
  expect(teams.overLimits()).toEqual([]);
});

test('a post that is tried again holds back those behind it in its thread alone', async () => {
  const other = newChannel();
  const held = Promise.withResolvers<void>();
  ({ line } = await quickLine({ wait: () => held.promise, now: () => 0 }));
  teams.fail(({ conversation }) => conversation === channel, { status: 503 });
  const first = line.post(address(teams.url, channel), saying('un'));
  const second = line.post(address(teams.url, channel), saying('deux'));
  await line.post(address(teams.url, other), saying('ailleurs'));
  await line.post(address(teams.url, other), saying('encore'));
  expect([texts(other), texts(channel)]).toEqual([['ailleurs', 'encore'], []]);
  held.resolve();
  await Promise.all([first, second]);
  expect(texts(channel)).toEqual(['un', 'deux']);
});

test('a post given up lets those behind it through', async () => {
  teams.fail(({ body }) => body?.text === 'un', { status: 400 });
  const sent = await Promise.all(
    ['un', 'deux'].map((text) => line.post(address(teams.url, channel), saying(text))),
  );
  expect(sent.map(({ outcome }) => outcome)).toEqual(['failed', 'sent']);
  expect(texts(channel)).toEqual(['deux']);
});

test('200 conversations at once share what an app may send', async () => {
  const { connectorOf, landed } = await watched();
  // Time goes on only when no request is on its way: those side by side are really under way together.
  const wait = (ms: number) => landed().then(() => clock.wait(ms));
  const shared = createConnectorClient({ connectorOf, now: clock.now, wait });
  const channels = many(200).map(newChannel);
  await Promise.all(channels.map((one) => shared.post(address(teams.url, one), saying('Bonjour'))));
  expect(teams.log).toHaveLength(200);
  expect(channels.map(texts)).toEqual(channels.map(() => ['Bonjour']));
  expect(teams.overLimits()).toEqual([]);
  expect(clock.passed()).toBe(6000);
}, 30_000);

test('other channels are posted to in order, and at once', async () => {
  const emulator = { ...address(teams.url, 'chat'), channelId: 'emulator' };
  await Promise.all(many(100).map((i) => line.post(emulator, saying(`n° ${i}`))));
  expect(texts('chat')).toEqual(many(100).map((i) => `n° ${i}`));
  expect(clock.passed()).toBe(0);
});
