import { createSecretKey } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { parseSetCookie } from 'cookie';
import { createSessions } from '#web/admin/session.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { cookieOf, entering, invited, linkIn, type Member, member, readable, tokenIn } from './member.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
withSpace((...its) => {
  [app, owner] = its;
});

const press = (link: string, headers: Record<string, string> = {}) =>
  fetch(link, { method: 'POST', redirect: 'manual', headers });

test('whoever is not known is led to the door, in their language, and back to nowhere else than the space', async () => {
  const asked = await fetch(`${app.url}/animation/journal`, { redirect: 'manual' });
  expect([asked.status, asked.headers.get('location')]).toEqual([
    303,
    '/animation/entree?vers=%2Fanimation%2Fjournal',
  ]);
  const door = await fetch(`${app.url}/animation/entree`, { headers: { 'accept-language': 'en' } });
  expect(readable(await door.text())).toContain('This space is for the people who prepare');
  const other = await fetch(`${app.url}/animation/entree?vers=https://example.org`);
  expect(await other.text()).not.toContain('href="https://example.org');
});

test('a link that a messenger looks at still opens; pressed by two at once, it lets one in', async () => {
  const link = linkIn((await owner.post('/animation/equipe/lien', {}, '/animation/equipe')).text);
  for (let i = 0; i < 3; i++) expect((await fetch(link)).status).toBe(200);
  const both = await Promise.all([press(link), press(link), press(link)]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
  const again = await fetch(link);
  expect([again.status, readable(await again.text())]).toEqual([
    410,
    expect.stringContaining('Demandez-en un autre'),
  ]);
});

test('the session is out of reach of scripts and other sites, and says Secure where the address is', async () => {
  const link = linkIn((await owner.post('/animation/equipe/lien', {}, '/animation/equipe')).text);
  const [cookie = ''] = (await press(link)).headers.getSetCookie();
  expect(parseSetCookie(cookie)).toEqual({
    name: 'animation',
    value: expect.stringMatching(/^[\w.-]+$/),
    ...{ path: '/animation', httpOnly: true, sameSite: 'lax', maxAge: 43_200 },
  });
  const sessions = createSessions(createSecretKey(Buffer.alloc(32)), () => true, Date.now);
  expect(parseSetCookie(sessions.begin('somebody')).secure).toBe(true);
});

test.each([
  ['nothing', ''],
  ['words', 'animation=bonjour'],
  ['another algorithm', `animation=${unsigned()}`],
  ['a changed letter', 'changed'],
])('a session of %s is none', async (_, given) => {
  const cookie = given === 'changed' ? owner.cookie.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')) : given;
  const answer = await fetch(`${app.url}/animation`, { redirect: 'manual', headers: { cookie } });
  expect(answer.status).toBe(303);
});

test('a form from another site, without its token or with that of another session, does nothing', async () => {
  const body = async (token: string) => new URLSearchParams({ jeton: token, name: 'Mallory', role: 'owner' });
  const send = async (token: string, headers: Record<string, string>) =>
    (
      await fetch(`${app.url}/animation/equipe/invitation`, {
        method: 'POST',
        headers: { cookie: owner.cookie, ...headers },
        body: await body(token),
      })
    ).status;
  const token = await owner.token();
  const other = await invited(owner, 'Awa', 'owner');
  expect(await send(token, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await send(token, { 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await send(token, { origin: 'https://example.org' })).toBe(403);
  expect(await send(token, { origin: 'null' })).toBe(403);
  expect(await send('', {})).toBe(403);
  expect(await send(await other.token(), {})).toBe(403);
  expect((await owner.get('/animation/equipe')).text).not.toContain('Mallory');
  expect(await send(token, { origin: app.url })).toBe(200);
});

test('a form of a page that was open for too long does nothing, and loses nothing', async () => {
  const send = async (token: string) => {
    const answer = await fetch(`${app.url}/animation/equipe/invitation`, {
      method: 'POST',
      headers: { cookie: owner.cookie, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ jeton: token, name: 'Zoé <b>de</b> la mairie', role: 'reader' }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const { status, text } = await send('of before');
  expect(status).toBe(403);
  expect(readable(text)).toContain('Relisez ce que vous avez écrit');
  expect(text).toContain('<li class="message">Zoé &lt;b&gt;de&lt;/b&gt; la mairie</li>');
  expect(text).toMatch(/<input type="hidden" name="name" value="Zoé &lt;b/);
  expect(text).toContain('action="/animation/equipe/invitation"');
  expect((await owner.get('/animation/journal')).text).not.toContain('Zoé');
  const [, fresh = ''] = /<main[\s\S]*name="jeton" value="([\w-]+)"/.exec(text) ?? [];
  expect((await send(fresh)).status).toBe(200);
  expect((await owner.get('/animation/journal')).text).toContain('Zoé');
});

test('each role does what it may and nothing more', async () => {
  const [reader, facilitator] = [
    await invited(owner, 'Léa', 'reader'),
    await invited(owner, 'Sam', 'facilitator'),
  ];
  const tries = async (who: Member) => ({
    reads: (await who.get('/animation/journal')).status,
    prepares: (await who.get('/animation/nouvelle')).status,
    invites: (
      await who.post('/animation/equipe/invitation', { name: 'X', role: 'reader' }, '/animation/equipe')
    ).status,
  });
  expect(await tries(reader)).toEqual({ reads: 200, prepares: 403, invites: 403 });
  expect(await tries(facilitator)).toEqual({ reads: 200, prepares: 200, invites: 403 });
  expect(await tries(owner)).toEqual({ reads: 200, prepares: 200, invites: 200 });
});

test('whoever is removed is out at once; the last owner stays', async () => {
  const gone = await invited(owner, 'Noa', 'reader');
  const page = (await owner.get('/animation/equipe')).text;
  const id = /\/animation\/equipe\/([\w-]+)\/retrait"[^>]*>(?:(?!<\/form>).)*Retirer Noa/s.exec(page)?.[1];
  expect(
    readable((await owner.post(`/animation/equipe/${id}/retrait`, {}, '/animation/equipe')).text),
  ).toContain('n’a plus accès');
  expect(
    (await fetch(`${app.url}/animation`, { redirect: 'manual', headers: { cookie: gone.cookie } })).status,
  ).toBe(303);
});

test('signing out ends the sessions of every device', async () => {
  const one = await invited(owner, 'Ines', 'reader');
  const link = linkIn((await one.post('/animation/equipe/lien', {}, '/animation/equipe')).text);
  const two = await entering(link);
  expect((await two.get('/animation')).status).toBe(200);
  await one.post('/animation/sortie', {});
  for (const { cookie } of [one, two])
    expect((await fetch(`${app.url}/animation`, { redirect: 'manual', headers: { cookie } })).status).toBe(
      303,
    );
});

test('the name of an invited person is shown as it was written, never as markup', async () => {
  const page = await owner.post(
    '/animation/equipe/invitation',
    { name: '<b>Zoé</b> & "co"', role: 'reader' },
    '/animation/equipe',
  );
  expect(page.text).toContain('&lt;b&gt;Zoé&lt;/b&gt; &amp; &quot;co&quot;');
  const empty = await owner.post(
    '/animation/equipe/invitation',
    { name: '  ', role: 'king' },
    '/animation/equipe',
  );
  expect([empty.status, readable(empty.text)]).toEqual([422, expect.stringContaining('Choisissez un rôle')]);
});

test('what was done stands in the journal, by whom, and in its file', async () => {
  const { text } = await owner.get('/animation/journal');
  const said = readable(text);
  for (const line of [
    'A ouvert l’espace',
    'A fait un lien pour Awa (Responsable)',
    'A retiré l’accès de Noa',
  ])
    expect(said).toContain(line);
  const file = await owner.get('/animation/journal.csv', { 'accept-language': 'fr' });
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(file.text.split('\r\n')[0]).toContain('Quand;Qui;Quoi;Consultation');
  expect(file.text).toContain('A retiré l’accès de Noa');
});

test('after a restart the session goes on, and the new link of the start is for the same owner', async () => {
  const one = await running();
  const before = await entering(one.spaceLink);
  await one.stop();
  const two = await running(one.dataDir);
  try {
    expect((await member(two.url, before.cookie).get('/animation')).status).toBe(200);
    const again = await entering(two.spaceLink);
    expect(
      readable((await again.get('/animation/equipe')).text).match(/Première personne responsable/g)?.length,
    ).toBeGreaterThan(0);
    expect((await again.get('/animation/equipe')).text.match(/\/retrait"/g)).toHaveLength(1);
    expect((await fetch(one.spaceLink.replace(one.url, two.url))).status).toBe(410);
  } finally {
    await two.stop();
    await removeFolder(two.dataDir);
  }
});

test('an address that tries link after link waits', async () => {
  const one = await running();
  try {
    const statuses: number[] = [];
    for (let i = 0; i < 25; i++)
      statuses.push((await press(`${one.url}/animation/entree/${'x'.repeat(32)}`)).status);
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 410));
    expect(statuses.at(-1)).toBe(429);
  } finally {
    await one.stop();
    await removeFolder(one.dataDir);
  }
});

test('a page that does not exist says so within the space', async () => {
  const { status, text } = await owner.get('/animation/c/nulle-part/reglages/about');
  expect([status, readable(text)]).toEqual([404, expect.stringContaining('Cette page n’existe pas')]);
  expect(tokenIn(text)).not.toBe('');
});

test('a visit prolongs the session', async () => {
  const answer = await fetch(`${app.url}/animation`, { headers: { cookie: owner.cookie } });
  expect(cookieOf(answer)).toMatch(/^animation=/);
});

function unsigned(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: 'x', jti: 'x', since: '2026-01-01T00:00:00.000Z', aud: 'animation', exp: 4e9 };
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}
