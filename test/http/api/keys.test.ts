import { expect, test } from '@jest/globals';
import { scopes } from '#domain/records/api-key.ts';
import { invited, type Member, readable } from '../admin/member.ts';
import { withSpace } from '../admin/with-space.ts';
import { call } from '../app/call.ts';
import type { Running } from '../app/running.ts';
import { caller, keyOf } from './caller.ts';

const here = '/animation/acces';
let app: Running;
let owner: Member;
withSpace((...its) => {
  [app, owner] = its;
});

test('a key is shown once, opens what it says, and is gone once it is removed', async () => {
  const key = await keyOf(owner, 'Tableau de bord', ['consultations:read']);
  const program = caller(app.url, key);
  const before = readable((await owner.get(here)).text);
  expect(before).toContain(`Elle finit par ${key.slice(-4)}.`);
  expect(before).toContain('Elle n’a jamais servi.');
  expect(before).not.toContain(key);

  expect((await program.get('/consultations')).body.items[0]).toMatchObject({
    code: 'decouverte',
    phase: 'open',
    people: 0,
  });
  expect((await program.get('/journal')).status).toBe(403);
  const today = new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date());
  const page = (await owner.get(here)).text;
  expect(readable(page)).toContain(`Dernier usage le ${today}.`);

  const remove = /action="(\/animation\/acces\/cles\/[^"]+\/retrait)"/.exec(page)?.[1] ?? '';
  expect(readable((await owner.post(remove, {}, here)).text)).toContain('Cette clé ne donne plus accès.');
  expect((await program.get('/consultations')).status).toBe(401);
});

test('a key tells of its last day before it comes', async () => {
  const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
  const made = async (until: string) => {
    const fields = { name: 'Bientôt', scopes: ['journal:read'], until };
    const { status, text } = await owner.post(`${here}/cles`, fields, here);
    return { status, key: /value="(tr_[\w-]{43})"/.exec(text)?.[1] ?? '', said: readable(text) };
  };
  const [soon, later, past] = [await made(days(10)), await made(days(100)), await made(days(-1))];
  const ends = async ({ key }: { key: string }) =>
    (await caller(app.url, key).get('/journal')).headers.get('key-ends-on');
  expect([await ends(soon), await ends(later)]).toEqual([days(10), null]);
  expect(soon.said).toContain('Elle s’arrête bientôt');
  expect([past.status, past.key]).toEqual([422, '']);
  expect(readable((await owner.get('/animation')).text)).toContain('Une clé d’accès s’arrête dans moins');
});

test('what is wrong with a new key is said, and what was typed stays', async () => {
  const { status, text } = await owner.post(`${here}/cles`, { name: '', scopes: ['publish'] }, here);
  expect(status).toBe(422);
  expect(readable(text)).toContain('Donnez un nom');
  expect(text).toMatch(/value="publish" checked/);
  expect((await owner.post(`${here}/cles`, { name: 'Sans droit' }, here)).text).toContain('href="#scopes"');
});

test('only owners come there, and the forms are held to their token', async () => {
  const ada = await invited(owner, 'Ada', 'facilitator');
  expect((await ada.get(here)).status).toBe(403);
  const forged = await fetch(`${app.url}${here}/cles`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: owner.cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'jeton=faux&name=x&scopes=publish',
  });
  expect(forged.status).toBe(403);
});

test('what a key does stands in the journal under its name', async () => {
  const program = caller(app.url, await keyOf(owner, 'Portail', scopes));
  const { body } = await program.send('POST', '/consultations/decouverte/duplicate');
  await program.send('DELETE', `/consultations/${body.code}`);
  const { items } = (await program.get('/journal?size=3')).body;
  expect(items.map(({ by, did }: { by: { name: string }; did: string }) => [by.name, did])).toEqual([
    ['Portail', 'deleted'],
    ['Portail', 'duplicated'],
    [expect.any(String), 'key-made'],
  ]);
  const page = readable((await owner.get('/animation/journal')).text);
  expect(page).toContain('Portail A copié une consultation');
  expect(page).toContain('A créé une clé d’accès : Portail');
});

test("the key of the operator's settings opens everything", async () => {
  const program = caller(app.url, app.facilitatorKey);
  expect((await program.get('/journal')).status).toBe(200);
  expect((await program.send('POST', '/consultations/decouverte/publish')).body).toEqual({
    outcome: 'waiting',
    needed: 22,
  });
});

test.each(['', 'Bearer', 'Bearer ', 'Bearer x', 'Basic tr_x', `Bearer tr_${'a'.repeat(43)}`])(
  'refuses %j',
  async (authorization) => {
    const answer = await call(`${app.url}/api/consultations`, { headers: { authorization } });
    expect(answer.status).toBe(401);
    expect(answer.body.type).toBe('urn:trajectoires:problem:unauthorised');
  },
);

test('refusals speak the language of the caller', async () => {
  const titles = ['fr', 'en'].map(async (language) => {
    const answer = await call(`${app.url}/api/journal`, { headers: { 'accept-language': language } });
    return [answer.headers.get('content-language'), answer.body.title];
  });
  expect(await Promise.all(titles)).toEqual([
    ['fr', 'Clé absente ou inconnue'],
    ['en', 'No key, or an unknown one'],
  ]);
});

test('what cannot be read, or is at no address, is a problem as well', async () => {
  const token = app.facilitatorKey;
  const broken = await call(`${app.url}/api/consultations`, { method: 'POST', token, body: '{"title":' });
  expect([broken.status, broken.body.type]).toEqual([400, 'about:blank']);
  expect(broken.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect((await call(`${app.url}/api/rien`, { token })).body.status).toBe(404);
  const large = await call(`${app.url}/api/consultations`, {
    method: 'POST',
    token,
    body: { title: { fr: 'x'.repeat(70_000) } },
  });
  expect([large.status, large.body.status]).toEqual([413, 413]);
});

test('a key that calls too often is told when to come back; another one is served', async () => {
  const [busy, other] = [
    await keyOf(owner, 'Pressé', ['journal:read']),
    await keyOf(owner, 'Calme', ['journal:read']),
  ];
  let refused: Awaited<ReturnType<typeof call>> | undefined;
  for (let i = 0; i < 400 && refused === undefined; i++) {
    const answer = await caller(app.url, busy).get('/consultations');
    if (answer.status === 429) refused = answer;
  }
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused?.body).toMatchObject({ type: 'urn:trajectoires:problem:too-often', status: 429 });
  expect((await caller(app.url, other).get('/journal')).status).toBe(200);
}, 30_000);
