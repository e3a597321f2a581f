import { describe, expect, test } from '@jest/globals';
import { jpeg, png } from '#test/domain/consultation/logo/pictures.ts';
import { defaultLimits, longestUpload } from '#web/http/limits.ts';
import type { Running } from '../app/running.ts';
import { invited, type Member, member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
withSpace((...its) => {
  [app, owner] = its;
});

const settings = '/animation/c/decouverte/reglages/about';
const logo = '/animation/c/decouverte/reglages/logo';

/** Sends a file as a browser does; what the page says then. */
async function sent(bytes: Uint8Array, { by = owner, name = 'logo.png', token = '', lang = 'fr' } = {}) {
  const form = new FormData();
  form.set('jeton', token || (await by.token()));
  form.set('logo', new Blob([Uint8Array.from(bytes)], { type: 'image/png' }), name);
  const headers = { cookie: by.cookie, 'accept-language': lang };
  const answer = await fetch(app.url + logo, { method: 'POST', body: form, headers, redirect: 'manual' });
  const text = await answer.text();
  const problem = /id="logo-problem"[^>]*>([^<]*)</.exec(text)?.[1]?.replace(/\s/g, ' ') ?? '';
  return { status: answer.status, to: answer.headers.get('location'), problem, text };
}

/** The picture that a page shows, as anyone would fetch it. */
async function shownOn(page: string): Promise<Response | undefined> {
  const address = /<p class="logo"><img src="([^"]+)"/.exec(page)?.[1];
  return address === undefined ? undefined : fetch(app.url + address, { headers: { cookie: owner.cookie } });
}
const bytesOf = async (answer: Response | undefined) => Buffer.from((await answer?.bytes()) ?? []);

test('a logo is given, seen, replaced and taken away in the settings', async () => {
  expect(readable((await owner.get(settings)).text)).toContain('Aucun logo pour le moment');
  expect(await sent(png(120, 40))).toMatchObject({ status: 303, to: `${settings}?dit=logo-set` });
  const page = (await owner.get(settings)).text;
  expect(page).toMatch(/<img src="[^"]+" alt="[^"]{2,}" width="120" height="40">/);
  expect(await bytesOf(await shownOn(page))).toEqual(png(120, 40));
  await sent(jpeg(), { name: 'logo.jpg' });
  const replaced = (await owner.get(settings)).text;
  const picture = await shownOn(replaced);
  expect(picture?.headers.get('content-type')).toBe('image/jpeg');
  expect(await bytesOf(picture)).toEqual(jpeg());
  const removed = await owner.post(`${logo}/retrait`, {}, settings);
  expect(readable(removed.text)).toContain('Le logo est retiré');
  expect(await shownOn(removed.text)).toBeUndefined();
});

test('it stands on the public page and the projection, kept by browsers under an address of its own', async () => {
  await sent(png(90, 30));
  const results = await (await fetch(`${app.url}/c/decouverte/resultats`)).text();
  const picture = await shownOn(results);
  expect(Object.fromEntries(picture?.headers ?? [])).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(await bytesOf(picture)).toEqual(png(90, 30));
  const address = /<img src="(\/c\/decouverte\/logo\/[\w-]+)"/.exec(results)?.[1] ?? '';
  await sent(png(91, 30));
  expect((await fetch(app.url + address)).status).toBe(404);
  const projection = (await owner.get('/animation/c/decouverte/salle/projection')).text;
  expect(await bytesOf(await shownOn(projection))).toEqual(png(91, 30));
});

describe('what is no logo', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const refused: readonly (readonly [string, Uint8Array, string, string])[] = [
    ['a drawing', svg, 'ni une image PNG', 'neither a PNG'],
    ['nothing', Buffer.alloc(0), 'Choisissez d’abord un fichier', 'Choose a file first'],
    ['a cut picture', png(40, 40).subarray(0, 50), 'incomplet ou abîmé', 'incomplete or damaged'],
    ['a wide one', png(4_001, 1), '4 001 points', '4,001 by 1 pixels'],
    ['a heavy one', Buffer.alloc(201 * 1024), 'pèse 201 Ko', 'weighs 201 KB'],
    ['a photograph', Buffer.alloc(6 * 1024 * 1024), 'Ko, et un logo', 'KB, and a logo'],
  ];
  test.each(refused)(
    'is refused beside its field, in the language of the page: %s',
    async (_, bytes, fr, en) => {
      const [french, english] = [await sent(bytes), await sent(bytes, { lang: 'en' })];
      expect([french.status, english.status]).toEqual([422, 422]);
      expect(french.problem).toContain(fr);
      expect(english.problem).toContain(en);
    },
  );

  test('is read no further than a photograph, and nowhere else', async () => {
    const form = (path: string, length: number) =>
      fetch(app.url + path, {
        method: 'POST',
        body: Buffer.alloc(length),
        headers: { cookie: owner.cookie },
      });
    expect((await form(logo, longestUpload + 1)).status).toBe(413);
    expect((await form(settings, defaultLimits.body + 1)).status).toBe(413);
    expect((await form(`${logo}/retrait`, defaultLimits.body + 1)).status).toBe(413);
  });
});

test('only those who may change the consultation give it a logo, from a page of ours', async () => {
  const reader = await invited(owner, 'Lise', 'reader');
  expect((await sent(jpeg(), { by: reader })).status).toBe(403);
  expect((await sent(jpeg(), { by: member(app.url, ''), token: 'x' })).to).toContain('/animation/entree');
  const wrong = await sent(jpeg(), { token: 'x' });
  expect(wrong.status).toBe(403);
  expect(wrong.text).not.toContain('JFIF');
  const seen = (await reader.get(settings)).text;
  expect(seen).toContain('class="logo"');
  expect(seen).not.toContain('type="file"');
});
