import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Published } from '#channels/publish.ts';
import { mountPublish } from '#web/publish.ts';
import { type Serving, serving } from './serving.ts';

const facilitatorKey = 'k'.repeat(43);
const outcomes: Readonly<Record<string, Published>> = {
  ready: { outcome: 'published', conversations: 12 },
  again: { outcome: 'unchanged' },
  small: { outcome: 'waiting', needed: 3 },
};

let served: Serving;
let asked: string[];
beforeEach(async () => {
  asked = [];
  const publish = async (code: string): Promise<Published> => {
    asked.push(code);
    return outcomes[code] ?? { outcome: 'unknown' };
  };
  served = await serving((server, { refuse }) => mountPublish(server, { publish, facilitatorKey, refuse }));
});
afterEach(() => served.stop());

const publish = (code: string, authorization?: string) =>
  fetch(`${served.url}/api/consultations/${code}/publish`, {
    method: 'POST',
    headers: authorization === undefined ? {} : { authorization },
  });

test.each([
  ['ready', 200],
  ['again', 200],
  ['small', 202],
])('%s: %d and what became of it', async (code, status) => {
  const response = await publish(code, `Bearer ${facilitatorKey}`);
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual(outcomes[code]);
});

test.each(['absent', '..%2f..', 'A', 'x'.repeat(90), '%00'])('no consultation %j', async (code) => {
  const response = await publish(code, `Bearer ${facilitatorKey}`);
  expect(response.status).toBe(404);
  expect(asked.every((one) => one === 'absent')).toBe(true);
});

test.each([
  undefined,
  '',
  'Bearer',
  'Bearer ',
  `Bearer ${facilitatorKey}x`,
  `Bearer ${facilitatorKey.slice(1)}`,
  `Basic ${facilitatorKey}`,
  facilitatorKey,
])('without the key, nothing happens: %j', async (authorization) => {
  const response = await publish('ready', authorization);
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  expect(await response.json()).toMatchObject({ error: { code: 'unauthorised' } });
  expect(asked).toEqual([]);
});
