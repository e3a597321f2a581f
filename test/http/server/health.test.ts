import { afterEach, expect, test } from '@jest/globals';
import { type Checks, mountHealth } from '#web/http/health.ts';
import { type Serving, serving } from './serving.ts';

let served: Serving;
afterEach(() => served.stop());

const withChecks = async (checks: Checks, patience?: number) => {
  served = await serving((server) => mountHealth(server, checks, patience));
  const response = await fetch(`${served.url}/readyz`);
  return { status: response.status, body: await response.json() };
};

test('the process is up, whatever is ready', async () => {
  await withChecks({ store: () => false });
  const response = await fetch(`${served.url}/healthz`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'up' });
});

test('all ready', async () => {
  const answered = await withChecks({ store: () => true, catalogue: async () => true });
  expect(answered).toEqual({ status: 200, body: { status: 'ready' } });
});

test('what is not ready is named: not yet, broken, or without an end', async () => {
  const answered = await withChecks(
    {
      store: () => true,
      catalogue: () => false,
      tally: () => Promise.reject(new Error('no')),
      recognizers: () => new Promise(() => undefined),
    },
    20,
  );
  expect(answered).toEqual({
    status: 503,
    body: { status: 'not-ready', waiting: ['catalogue', 'tally', 'recognizers'], why: {} },
  });
});

test('where it is known, it is said why', async () => {
  const answered = await withChecks({ store: async () => 'no-room', tallies: () => false });
  expect(answered).toEqual({
    status: 503,
    body: { status: 'not-ready', waiting: ['store', 'tallies'], why: { store: 'no-room' } },
  });
});

test('probes do not fill the log', async () => {
  await withChecks({});
  expect(JSON.parse(served.logged())).toMatchObject({ route: '/readyz', level: 20 });
});
