import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createExpired } from '#web/public/personal/expired.ts';
import { mountMyData } from '#web/public/personal/my-data.ts';
import { type Serving, serving } from './serving.ts';

const addresses = { base: '', style: '/assets/x', icon: '/assets/x' };
let served: Serving;
beforeEach(async () => {
  const myData = async (token: string) =>
    token === 'good' ? { filename: 'mes données"\r\nX: y.json', body: { answers: { a: 'été' } } } : undefined;
  served = await serving((server, { phrases, refuse }) =>
    mountMyData(server, { myData, expired: createExpired(phrases, refuse, Promise.resolve({ addresses })) }),
  );
});
afterEach(() => served.stop());

test('a valid link gives the file, kept by nobody on the way', async () => {
  const response = await fetch(`${served.url}/api/my-data?t=good`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="mes-donn-es-X-y.json"');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(await response.json()).toEqual({ answers: { a: 'été' } });
  expect(served.logged()).not.toContain('good');
});

test.each([
  ['fr-FR,fr;q=0.9', 'fr', 'Ce lien n’est plus valable'],
  ['en', 'en', 'This link is no longer valid'],
  ['', 'fr', 'Ce lien n’est plus valable'],
])('a link past its time opens a kind page: %s', async (accepted, language, title) => {
  const response = await fetch(`${served.url}/api/my-data?t=old`, {
    headers: { accept: 'text/html,*/*;q=0.8', 'accept-language': accepted },
  });
  expect(response.status).toBe(410);
  const page = await response.text();
  expect(page).toContain(`<html lang="${language}">`);
  expect(page).toContain(`<h1>${title}</h1>`);
});

test.each(['', '?t=', '?t=old', '?t=%00', '?x=good', '?t=%E0%A4%A'])(
  'a program is told in JSON: %j',
  async (query) => {
    const response = await fetch(`${served.url}/api/my-data${query}`);
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({ error: { code: 'gone' } });
  },
);
