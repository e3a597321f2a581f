import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { call } from './call.ts';
import { activity, bring } from './cloud-person.ts';
import { storeOf } from './in-database.ts';
import { kept } from './kept.ts';
import { arrive, begin, Person } from './person.ts';
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

test("nobody reads or speaks in someone else's conversation", async () => {
  const [one, other] = [await begin(app.url), await begin(app.url)];
  const intruder = new Person(app.url, other.token, one.conversation);
  expect((await intruder.ask('GET', '/activities')).status).toBe(403);
  expect((await intruder.ask('POST', '/activities', { type: 'message', text: '3' })).status).toBe(403);
  expect((await intruder.ask('GET', '')).status).toBe(403);
  const forged = new Person(app.url, `${one.token.slice(0, -4)}AAAA`, one.conversation);
  expect((await forged.ask('GET', '/activities')).status).toBe(401);
  const stream = `${app.url}/v3/directline/conversations/${one.conversation}/stream?t=${other.token}`;
  const headers = { connection: 'Upgrade', upgrade: 'websocket' };
  expect((await call(stream, { headers }).catch(() => ({ status: 'cut' }))).status).not.toBe(200);
  expect((await kept(one)).answers).toEqual({});
});

test('who a message is from comes from the token, whatever it says', async () => {
  const [one, other] = [await begin(app.url), await begin(app.url)];
  const card = filled(other.card?.inputs ?? []);
  const action = other.card?.actions.find(({ data }) => data.act === 'answer');
  await other.post({ from: { id: 'dl_somebody-else' }, value: { ...card, ...action?.data } });
  expect(Object.keys((await kept(other)).answers)).toHaveLength(1);
  expect((await kept(one)).answers).toEqual({});
});

test('a consultation that is not there is said so', async () => {
  const asked = await call(`${app.url}/v3/directline/tokens/generate`, {
    method: 'POST',
    body: { consultation: 'nowhere' },
  });
  expect(asked.status).toBe(404);
  for (const [language, words] of [
    ['fr', 'nowhere'],
    ['en', 'nowhere'],
  ] as const) {
    const page = await call(`${app.url}/c/nowhere`, { headers: { 'accept-language': language } });
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain(`<html lang="${language}">`);
    expect(page.text).toContain(words);
  }
  const hostile = await call(`${app.url}/c/${encodeURIComponent('<script>alert(1)</script>')}`);
  expect(hostile.status).toBe(404);
  expect(hostile.text).not.toContain('<script>alert');
});

test('a closed consultation takes no answers, and says so; what was said can still be read', async () => {
  const first = await running();
  const early = await begin(first.url);
  await early.press(filled(early.card?.inputs ?? []));
  const before = await kept(early);
  await first.stop();
  await close(first.dataDir);
  const again = await running(first.dataDir);
  try {
    const back = new Person(again.url, early.token, early.conversation);
    const pressed = await back.submit({ act: 'open', domain: 'health' });
    expect({ status: pressed.status, labels: pressed.labels }).toEqual({ status: 200, labels: ['notice'] });
    expect((await back.say('3')).labels).toEqual(['notice']);
    expect((await back.say('menu')).labels).toEqual(['notice']);
    const after = await kept(back);
    expect({ answers: after.answers, ballots: after.ballots }).toEqual({
      answers: before.answers,
      ballots: before.ballots,
    });
    const late = await arrive(again.url);
    expect(late.greeting.map(({ label }) => label)).toEqual(['welcome', 'notice']);
    expect((await late.submit({ act: 'consent', agree: true })).labels).toEqual(['notice']);
    expect((await late.say('le groupe')).labels).toEqual(['group-scenario']);
    const cloud = await bring(again.url, activity('1', 'late', { text: 'oui' }));
    expect(cloud).toMatchObject({ status: 200, labels: ['notice'] });
    expect((await back.say('effacer')).labels).toEqual(['confirmation']);
    expect((await back.submit({ act: 'erase', sure: true })).labels).toEqual(['notice']);
  } finally {
    await again.stop();
    await removeFolder(first.dataDir);
  }
}, 15_000);

async function close(dataDir: string): Promise<void> {
  const store = await storeOf(dataDir);
  const consultation = await store.load('consultation', 'decouverte');
  if (consultation === undefined) throw new Error('No demonstration');
  await store.save('consultation', { ...consultation, closed: true });
  await store.close();
}
