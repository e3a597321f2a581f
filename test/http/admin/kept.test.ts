import { expect, test } from '@jest/globals';
import { type Running, running } from '../app/running.ts';
import { cookieOf, entering, invite, linkIn, type Member, member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
let now = '2026-11-23T10:00:00.000Z';
withSpace(
  (...its) => {
    [app, owner] = its;
  },
  () => running(undefined, {}, { now: () => now }),
);

const own = async () => linkIn((await owner.post('/animation/equipe/lien', {}, '/animation/equipe')).text);
const send = (path: string, cookie: string, fields: Record<string, string>) =>
  fetch(app.url + path, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) },
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  });
const get = (path: string, cookie = '') =>
  fetch(app.url + path, { redirect: 'manual', headers: { cookie, accept: 'text/html' } });
const left = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .find((one) => one.startsWith('retour='))
    ?.split(';')[0] ?? '';
/** Comes in by a one-time link, in the browser that holds this. */
async function enters(link: string, held: string) {
  const answer = await send(new URL(link).pathname, held, {});
  return { to: answer.headers.get('location'), cookie: `${cookieOf(answer)}; ${held}` };
}

const path = '/animation/c/decouverte/inviter/sites';
const written = 'https://une-adresse-longue-a-retrouver.example';

test('what was written as a session ended is found again by its author, by a one-time link, and by nobody else', async () => {
  const [mine, token, hers] = [await own(), await owner.token(), await invite(owner, 'Lise', 'owner')];
  now = '2026-11-23T23:00:00.000Z';
  const sent = await send(path, owner.cookie, { jeton: token, origins: written });
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/animation/entree?garde']);
  const held = left(sent);
  expect(sent.headers.getSetCookie().find((one) => one.startsWith('retour='))).toMatch(/HttpOnly/);
  expect(readable(await (await get('/animation/entree?garde', held)).text())).toContain(
    'ce que vous avez écrit est gardé',
  );

  const lise = await enters(hers, held);
  expect(lise.to).toBe('/animation');
  expect((await get('/animation/reprise', lise.cookie)).headers.get('location')).toBe('/animation');

  const back = await enters(mine, held);
  expect(back.to).toBe('/animation/reprise');
  const page = await (await get('/animation/reprise', back.cookie)).text();
  expect(readable(page)).toContain(written);
  expect(page).toContain(`action="${path}"`);
  const [, fresh = ''] = /<main[\s\S]*name="jeton" value="([\w-]+)"/.exec(page) ?? [];
  expect((await send(path, back.cookie, { jeton: fresh, origins: written })).status).toBe(303);
  owner = member(app.url, back.cookie);
  expect((await owner.get('/animation/c/decouverte/inviter')).text).toContain(written);
});

test('a restart of the program loses nothing of it', async () => {
  const [mine, token] = [await own(), await owner.token()];
  now = '2026-11-24T12:00:00.000Z';
  const held = left(await send(path, owner.cookie, { jeton: token, origins: written }));
  await app.stop();
  app = await running(app.dataDir, {}, { now: () => now });
  const link = app.url + new URL(mine).pathname;
  const back = await enters(link, held);
  expect(back.to).toBe('/animation/reprise');
  expect(readable(await (await get('/animation/reprise', back.cookie)).text())).toContain(written);
  owner = member(app.url, back.cookie);
});

test('it has an end, and nothing is kept of a stranger', async () => {
  const [mine, token] = [await own(), await owner.token()];
  now = '2026-11-25T06:00:00.000Z';
  const held = left(await send(path, owner.cookie, { jeton: token, origins: written }));
  expect(left(await send(path, '', { jeton: 'x'.repeat(86), origins: written }))).toBe('');
  now = '2026-11-25T10:00:01.000Z';
  const back = await enters(mine, held);
  expect(back.to).toBe('/animation');
  expect((await get('/animation/reprise', back.cookie)).headers.get('location')).toBe('/animation');
  owner = member(app.url, back.cookie);
});

test('the page that was asked for comes after signing in by a link; not one that is closed to them', async () => {
  const asked = left(await get('/animation/c/decouverte/resultats?role=resident'));
  expect((await enters(await own(), asked)).to).toBe('/animation/c/decouverte/resultats?role=resident');
  await owner.post(
    '/animation/nouvelle',
    {
      'title-fr': 'Ailleurs',
      'title-en': 'Else',
      'territory-fr': 'Ici',
      'territory-en': 'Here',
      languages: ['fr', 'en'],
      kinds: ['small-town'],
      code: 'ailleurs',
    },
    '/animation/nouvelle',
  );
  const other = await invite(owner, 'Noé', 'reader', 'ailleurs');
  expect((await enters(other, asked)).to).toBe('/animation');
  // A stream or a file that a page asks for by itself is no page to come back to.
  const stream = await fetch(`${app.url}/animation/c/decouverte/suivi/flux`, {
    redirect: 'manual',
    headers: { accept: 'text/event-stream' },
  });
  expect(left(stream)).toBe('');
  expect((await entering(await own())).cookie).toContain('animation=');
});
