import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { arrive, begin } from './person.ts';
import { filled } from './robot.ts';
import { type Running, removeFolder, running } from './running.ts';

/** All requests come over one connection's address, as behind a proxy on this machine, which is trusted. */
let app: Running;
beforeAll(async () => {
  app = await running(undefined, { TRUSTED_PROXIES: 'loopback' });
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

const [school, elsewhere] = ['198.51.100.7', '2001:db8::9'];

const asks = (address: string, path: string, init: RequestInit = {}) =>
  fetch(`${app.url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { 'x-forwarded-for': address, 'content-type': 'application/json', ...init.headers },
  });

/** What the last of so many tries is answered. */
async function afterMany(n: number, ask: () => Promise<Response>): Promise<number> {
  let last = 0;
  for (let i = 0; i < n; i++) last = (await ask()).status;
  return last;
}

describe('behind one address', () => {
  test('wrong links make wait, and the right one opens all the same', async () => {
    const press = (address: string, path: string) => asks(address, path, { method: 'POST' });
    const wrong = `/animation/entree/${'x'.repeat(32)}`;
    expect(await afterMany(40, () => press(school, wrong))).toBe(429);
    expect((await press(elsewhere, wrong)).status).toBe(410);
    expect((await press(school, new URL(app.spaceLink).pathname)).status).toBe(303);
  });

  test('wrong keys make wait, and the right one is served all the same', async () => {
    const call = (address: string, key: string) =>
      asks(address, '/api/consultations', { headers: { authorization: `Bearer ${key}` } });
    expect(await afterMany(100, () => call(school, `tr_${'x'.repeat(43)}`))).toBe(429);
    expect((await call(elsewhere, 'wrong')).status).toBe(401);
    expect((await call(school, app.facilitatorKey)).status).toBe(200);
  });

  test('wrong secrets of Direct Line make wait, and people come in all the same', async () => {
    const generate = (address: string, body: object, headers: Record<string, string> = {}) =>
      asks(address, '/v3/directline/tokens/generate', {
        method: 'POST',
        body: JSON.stringify(body),
        headers,
      });
    const guess = { authorization: `Bearer ${'x'.repeat(40)}` };
    expect(await afterMany(40, () => generate(school, {}, guess))).toBe(429);
    const first = await generate(school, { consultation: 'decouverte' });
    expect(first.status).toBe(200);
    const { token: previous } = await first.json();
    // Somebody asks for token after token: those who were there before come back all the same.
    expect(await afterMany(260, () => generate(school, { consultation: 'decouverte' }))).toBe(429);
    expect((await generate(school, { consultation: 'decouverte', previous })).status).toBe(200);
    expect((await generate(elsewhere, { consultation: 'decouverte' })).status).toBe(200);
  });
});

test('a class of 35 starts in the same minute and answers, and nobody waits', async () => {
  const people = await Promise.all(Array.from({ length: 35 }, () => begin(app.url)));
  const answered = await Promise.all(
    people.map(async (person) => {
      const { status } = await person.press(filled(person.card?.inputs ?? []));
      const again = await arrive(app.url, { previous: person.token });
      return [status, again.greeting[0]?.label];
    }),
  );
  expect(answered).toEqual(Array.from({ length: 35 }, () => [200, 'notice']));
}, 30_000);
