import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readable } from '../member.ts';
import { browser } from './browser.ts';
import { claire, karim, returning, start, type Town, town } from './town.ts';

let here: Town;
beforeAll(async () => {
  here = await town();
}, 60_000);
afterAll(() => here.stop());

/** Changes what an address carries, when somebody passes there. */
const altered =
  (path: string, name: string, value: string) =>
  (address: URL): URL => {
    if (address.pathname === path) address.searchParams.set(name, value);
    return address;
  };

test('whoever is not on the list is told so, and may come with another account', async () => {
  const paul = { ...karim, sub: '3', email: 'paul@elsewhere.example' };
  const { status, said, text, member } = await here.comes(paul);
  expect([status, await here.isIn(member.cookie)]).toEqual([403, false]);
  expect(said).toContain('Ce compte n’est pas dans la liste des personnes attendues');
  expect(text).not.toContain('paul@');
  const again = /class="way" href="([^"]+)"/.exec(text)?.[1]?.replace('&amp;', '&') ?? '';
  const sent = await fetch(`${here.app.url}${again}`, { redirect: 'manual' });
  expect(new URL(sent.headers.get('location') ?? '').searchParams.get('prompt')).toBe('login');
  const journal = await here.journal();
  expect(journal).toContain('N’a pas pu entrer');
  expect(journal).not.toMatch(/paul@|Karim/);
});

test.each([
  ['that is not verified', { ...karim, sub: '10', email_verified: false }],
  ['of which nothing is said', { sub: '11', name: 'X', email: 'x@val.example' }],
  ['that is none', { sub: '12', name: 'Y', email: 'y@elsewhere.example@val.example', email_verified: true }],
  ['that is not there', { sub: '13', name: 'Z' }],
])('an address %s opens nothing', async (_, holder) => {
  const { status, said, member } = await here.comes(holder);
  expect([status, await here.isIn(member.cookie)]).toEqual([403, false]);
  expect(said).toContain('ne confirme pas votre adresse électronique');
});

test('whoever stops there reads words of ours, none of theirs', async () => {
  const { status, said, text, address, member } = await here.comes(undefined);
  expect([status, await here.isIn(member.cookie)]).toEqual([403, false]);
  expect(said).toContain('L’entrée s’est arrêtée chez Comptes du Val');
  expect(`${text}${address}`).not.toMatch(/raw words|access_denied/);
});

test.each([
  ['a state that is forged', altered(returning, 'state', 'forged-forged-forged-forged-forged')],
  ['a code that is forged', altered(returning, 'code', 'forged-forged-forged-forged-forged')],
  ['a nonce that is another', altered('/auth', 'nonce', 'another-another-another-another-another')],
  ['a challenge that is another', altered('/auth', 'code_challenge', 'x'.repeat(43))],
  ['an answer in the name of another', altered(returning, 'iss', 'https://evil.example')],
])('%s opens nothing', async (_, change) => {
  here.accounts.binding(claire);
  const one = browser();
  const { status, address, text } = await one.open(`${here.app.url}${start}`, change);
  expect([status, address.searchParams.get('cause')]).toEqual([400, 'failed']);
  expect(readable(text)).toContain('n’est pas sûre');
  expect(one.cookies(here.app.url)).toBe('');
});

describe('a way back', () => {
  test('opens once', async () => {
    here.accounts.binding(claire);
    const one = browser();
    const back = await one.upTo(`${here.app.url}${start}`, returning);
    const headers = { cookie: one.cookies(back) };
    const go = () => fetch(back, { redirect: 'manual', headers });
    expect((await go()).headers.get('location')).toBe('/animation');
    const again = await go();
    expect(again.headers.get('location')).toContain('cause=failed');
    expect(again.headers.getSetCookie().join()).not.toMatch(/animation=\w/);
  });

  test.each([
    ['in another browser', ''],
    ['with a forged cookie', 'passage=eyJhbGciOiJub25lIn0.eyJzdGF0ZSI6IngifQ.'],
  ])('%s does not open', async (_, cookie) => {
    here.accounts.binding(claire);
    const back = await browser().upTo(`${here.app.url}${start}`, returning);
    const answer = await fetch(back, { redirect: 'manual', headers: { cookie } });
    expect(answer.headers.get('location')).toContain('cause=expired');
  });

  test('is no session, and no session is one', async () => {
    const one = browser();
    await one.upTo(`${here.app.url}${start}`, '/auth');
    const passage = /passage=([\w.-]+)/.exec(one.cookies(here.app.url))?.[1] ?? 'none';
    expect(passage).not.toBe('none');
    expect(await here.isIn(`animation=${passage}`)).toBe(false);
    const session = (await here.comes(claire)).member.cookie.replace('animation=', 'passage=');
    const answer = await fetch(`${here.app.url}${returning}?code=x&state=y`, {
      redirect: 'manual',
      headers: { cookie: session },
    });
    expect(answer.headers.get('location')).toContain('cause=expired');
  });
});

test('a cause that nobody knows is no page', async () => {
  expect((await fetch(`${here.app.url}${start}/obstacle?cause=x`)).status).toBe(404);
});

test('whoever comes back again and again with nothing waits; whoever sets out from the same address does not', async () => {
  const causes = new Set<string | null>();
  for (let i = 0; i < 50; i++) {
    const answer = await fetch(`${here.app.url}${returning}?code=x&state=y`, { redirect: 'manual' });
    causes.add(new URL(answer.headers.get('location') ?? '', here.app.url).searchParams.get('cause'));
  }
  expect([...causes].at(-1)).toBe('too-often');
  const told = await fetch(`${here.app.url}${start}/obstacle?cause=too-often`, {
    headers: { 'accept-language': 'en' },
  });
  expect(told.status).toBe(429);
  expect(readable(await told.text())).toContain('Too many tries');
  expect((await here.comes(claire)).said).not.toContain('Too many');
});

test('one way out brings back no more than a few tries', async () => {
  const one = browser();
  await one.upTo(`${here.app.url}${start}`, '/auth');
  const cookie = one.cookies(here.app.url);
  const causes = [];
  for (let i = 0; i < 7; i++) {
    const answer = await fetch(`${here.app.url}${returning}?code=x&state=y`, {
      redirect: 'manual',
      headers: { cookie },
    });
    causes.push(new URL(answer.headers.get('location') ?? '', here.app.url).searchParams.get('cause'));
  }
  expect([causes[0], causes.at(-1)]).toEqual(['failed', 'too-often']);
});
