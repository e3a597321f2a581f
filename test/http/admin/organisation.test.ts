import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseSetCookie } from 'cookie';
import { newFolder, removeFolder, running } from '../app/running.ts';
import { readable } from './member.ts';
import { accounts, type Holder } from './organisation/accounts.ts';
import { browser } from './organisation/browser.ts';
import { claire, karim, lists, returning, start, type Town, team, town } from './organisation/town.ts';

let here: Town;
beforeAll(async () => {
  here = await town();
}, 60_000);
afterAll(() => here.stop());

test('the door has a button of its name, which leads there with a state, a nonce and a challenge', async () => {
  const { app, accounts } = here;
  const door = await (await fetch(`${app.url}/animation/entree?vers=${team}`)).text();
  expect(readable(door)).toContain('Entrer avec Comptes du Val');
  const link = /href="(\/animation\/organisation[^"]*)"/.exec(door)?.[1] ?? '';
  const answer = await fetch(`${app.url}${link}`, { redirect: 'manual' });
  const to = new URL(answer.headers.get('location') ?? '');
  expect([answer.status, to.origin]).toEqual([303, accounts.issuer]);
  expect(Object.fromEntries(to.searchParams)).toEqual({
    client_id: 'trajectoires',
    response_type: 'code',
    redirect_uri: `${app.url}${returning}`,
    scope: 'openid email profile',
    state: expect.stringMatching(/^.{32,}$/),
    nonce: expect.stringMatching(/^.{32,}$/),
    code_challenge: expect.stringMatching(/^.{43}$/),
    code_challenge_method: 'S256',
  });
  expect(answer.headers.getSetCookie().map((one) => parseSetCookie(one))).toEqual([
    {
      name: 'passage',
      value: expect.stringMatching(/^[\w.-]+$/),
      ...{ path: '/animation/organisation', httpOnly: true, sameSite: 'lax', maxAge: 600 },
    },
  ]);
});

test('whoever is an owner by their address comes in as one, on the page they asked for', async () => {
  const { status, address, said, member } = await here.comes(claire, team);
  expect([status, address.pathname, address.search]).toEqual([200, team, '']);
  expect(said).toMatch(/Claire Martin \(vous\) Responsable/);
  expect(member.cookie).toMatch(/^animation=[\w.-]+$/);
  expect(await here.journal()).toMatch(/Claire Martin[^\n]*A ouvert l’espace/);
});

test('anybody else begins as a reader, and keeps the role that an owner gives them', async () => {
  expect((await here.comes(karim, team)).said).toMatch(/Karim Benali \(vous\) Lecture/);
  const owner = (await here.comes(claire)).member;
  const page = (await owner.get(team)).text;
  const action = /action="([^"]+\/role)"[^/]+aria-label="Rôle de Karim Benali"/.exec(page)?.[1] ?? '';
  await owner.post(action, { role: 'facilitator' }, team);
  const again = await here.comes({ ...karim, name: 'K. Benali' }, team);
  expect(again.said).toMatch(/Karim Benali \(vous\) Animation/);
  expect(again.said).not.toContain('K. Benali');
});

test('two people of one name are two, and one person whose address changes is one', async () => {
  await here.comes({ ...karim, sub: 'other', email: 'other@val.example' });
  const { said } = await here.comes({ ...karim, email: 'k.benali@val.example' }, team);
  expect(said.match(/Karim Benali (\(vous\) )?(Lecture|Animation)/g)).toHaveLength(2);
});

test.each([
  '//evil.example',
  'https://evil.example',
  '/animation/../c',
  '/facilitator',
  '/animation/entree?x',
])('nobody is led out of the space: %s', async (vers) => {
  const one = browser();
  here.accounts.binding(claire);
  const back = await one.upTo(`${here.app.url}${start}?${new URLSearchParams({ vers })}`, returning);
  const headers = { cookie: one.cookies(back) };
  const answer = await fetch(back, { redirect: 'manual', headers });
  expect(answer.headers.get('location')).toBe('/animation');
});

test('without the settings there is neither button nor way', async () => {
  const alone = await running();
  const door = await (await fetch(`${alone.url}/animation/entree`)).text();
  expect(door).not.toContain(start);
  expect((await fetch(`${alone.url}${start}`, { redirect: 'manual' })).status).toBe(404);
  await alone.stop();
  await removeFolder(alone.dataDir);
}, 60_000);

test('a provider that is down is told kindly, and asked again by the next who comes', async () => {
  const late = await town(lists, 'silent');
  const first = await late.comes(claire, team);
  expect(first.status).toBe(503);
  expect(first.said).toContain('Comptes du Val ne répond pas pour le moment');
  expect(first.text).toContain('vers=%2Fanimation%2Fequipe');
  late.accounts.open(late.app.url);
  expect((await late.comes(claire, team)).address.pathname).toBe(team);
  const one = browser();
  const back = await one.upTo(`${late.app.url}${start}`, returning);
  late.accounts.stop();
  expect((await one.open(back.href)).status).toBe(503);
  await late.stop();
}, 60_000);

test('whoever is taken from the list is refused at the next entry; a new owner is one at theirs', async () => {
  const dataDir = await newFolder();
  const theirs = await accounts();
  const enter = async (settings: Record<string, string>, holder: Holder) => {
    const app = await running(dataDir, { ...theirs.settings, ...settings });
    theirs.open(app.url);
    theirs.binding(holder);
    const { status, text } = await browser().open(`${app.url}${start}?vers=${team}`);
    await app.stop();
    return { status, said: readable(text) };
  };
  expect((await enter(lists, karim)).said).toContain('Karim Benali (vous) Lecture');
  expect((await enter({ OIDC_ALLOWED: 'claire@val.example' }, karim)).status).toBe(403);
  const promoted = { OIDC_ALLOWED: '@val.example', OIDC_OWNERS: 'karim@val.example' };
  expect((await enter(promoted, karim)).said).toContain('Karim Benali (vous) Responsable');
  theirs.stop();
  await removeFolder(dataDir);
}, 60_000);
