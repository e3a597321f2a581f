import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { ConnectorClient } from '#channels/wire.ts';
import { type Answer, type TeamsService, teamsService } from '#test/channel/teams.ts';
import { newChannel } from '#test/channel/teams-places.ts';
import { address, answer, connectors, quickLine, saying } from './posting.ts';

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

const texts = () => teams.standing(channel).map(({ body }) => body.text);

const passing: Answer[] = [...[412, 429, 500, 502, 503, 504].map((status) => ({ status })), 'cut'];

test.each(passing)(
  'a request that fails once, with %j, is made twice, and the post stands once',
  async (failure) => {
    teams.fail(undefined, failure);
    expect(await line.post(address(teams.url, channel), saying('Bonjour'))).toMatchObject({
      outcome: 'sent',
    });
    expect(teams.log).toHaveLength(2);
    expect(texts()).toEqual(['Bonjour']);
    expect(clock.waits).toEqual([1000]);
  },
);

test.each(passing)('a request that fails always, with %j, is made five times', async (failure) => {
  teams.fail(undefined, ...Array.from({ length: 9 }, () => failure));
  const sent = await line.post(address(teams.url, channel), saying('Bonjour'));
  expect(sent).toMatchObject({
    outcome: 'failed',
    ...(typeof failure === 'object' && { status: failure.status }),
  });
  expect(teams.log).toHaveLength(5);
  expect(clock.waits).toEqual([1000, 2000, 4000, 8000]);
  expect(texts()).toEqual([]);
});

test.each([
  [403, 'MessageWritesBlocked', { outcome: 'gone' }],
  [404, 'ConversationNotFound', { outcome: 'missing' }],
  [400, 'BadSyntax', { outcome: 'failed', status: 400, why: 'BadSyntax' }],
  [401, undefined, { outcome: 'failed', status: 401, why: 'refused' }],
  [413, 'un mot de la personne', { outcome: 'failed', status: 413, why: 'refused' }],
  [501, 'NotImplemented', { outcome: 'failed', status: 501, why: 'NotImplemented' }],
])('a request that fails with %i %s is not made again', async (status, code, outcome) => {
  teams.fail(undefined, answer(status, code));
  expect(await line.post(address(teams.url, channel), saying('Bonjour'))).toEqual(outcome);
  expect(teams.log).toHaveLength(1);
});

test.each([
  ['7', 7500],
  ['Mon, 23 Nov 2026 12:00:30 GMT', 30_500],
  ['600', 60_500],
])('a request that fails and is told to wait (%s) is made again then', async (retryAfter, waited) => {
  teams.fail(undefined, { status: 429, headers: { 'retry-after': retryAfter } });
  await line.post(address(teams.url, channel), saying('Bonjour'));
  expect(clock.waits).toEqual([waited]);
  expect(texts()).toEqual(['Bonjour']);
});

test('a request without an answer is given up at its deadline, and made again', async () => {
  ({ line, clock } = await quickLine({ deadline: 600 }));
  teams.fail(undefined, 'silent', 'silent');
  const sent = await line.post(address(teams.url, channel), saying('Bonjour'));
  expect(sent).toMatchObject({ outcome: 'sent' });
  expect(teams.log.map((one) => one.answer)).toEqual(['silent', 'silent', 201]);
  expect(texts()).toEqual(['Bonjour']);
  // What was given up is hung up.
  expect(await teams.connections()).toBeLessThan(3);
});

test('a request without any answer ever has failed', async () => {
  ({ line } = await quickLine({ deadline: 100 }));
  teams.fail(undefined, ...Array.from({ length: 5 }, () => 'silent' as const));
  expect(await line.post(address(teams.url, channel), saying('Bonjour'))).toEqual({
    outcome: 'failed',
    why: 'silent',
  });
});

test('a request for want of a service has failed too', async () => {
  await teams.stop();
  const sent = await line.post(address(teams.url, channel), saying('Bonjour'));
  expect(sent).toEqual({ outcome: 'failed', why: 'ECONNREFUSED' });
  expect(clock.waits).toHaveLength(4);
  teams = await teamsService();
});

test('a request for want of a sign-in that ends is given up at its deadline', async () => {
  ({ line } = await quickLine({ deadline: 20, connectorOf: () => Promise.withResolvers<never>().promise }));
  expect(await line.post(address(teams.url, channel), saying('x'))).toEqual({
    outcome: 'failed',
    why: 'silent',
  });
});

test('a request for a mistake of ours is not made again: without credentials nothing leaves this machine', async () => {
  const sent = await line.post(address('http://203.0.113.7/', channel), saying('Bonjour'));
  expect(sent).toEqual({ outcome: 'failed', why: 'unexpected' });
  expect(clock.waits).toEqual([]);
});

test('a request in a turn is still made again by the SDK: those clients are others', async () => {
  const { posting, turn } = await connectors();
  await posting(teams.url);
  teams.fail(undefined, { status: 429, headers: { 'retry-after': '0' } });
  const { conversations } = await turn(teams.url);
  await conversations.sendToConversation(channel, { type: 'message', text: 'Bonjour' });
  expect(teams.log.map((one) => one.answer)).toEqual([429, 201]);
});
