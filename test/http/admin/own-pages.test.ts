import { beforeAll, expect, test } from '@jest/globals';
import type { Running } from '../app/running.ts';
import { type Member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
withSpace((...its) => {
  [app, owner] = its;
});
// A page of the space waits for its files, which are made once the server listens; a refusal does not.
beforeAll(() => owner.get('/animation'));

const c = '/animation/c/decouverte';
const ask = async (method: string, path: string, accept: string, body?: string) => {
  const answer = await fetch(app.url + path, {
    ...{ method, redirect: 'manual', ...(body !== undefined && { body }) },
    headers: { cookie: owner.cookie, accept, 'content-type': 'application/x-www-form-urlencoded' },
  });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
};

test.each<[string, string, string, string | undefined, number, string, string]>([
  [
    'a form that is too long',
    'POST',
    `${c}/reglages/about`,
    `x=${'a'.repeat(900_000)}`,
    413,
    'C’est trop long',
    c,
  ],
  ['a page that is only sent to', 'GET', `${c}/cloture`, undefined, 405, 'ne s’ouvre pas ainsi', c],
  ['a page that is only read', 'POST', `${c}/suivi`, 'x=1', 405, 'ne s’ouvre pas ainsi', c],
  ['a method of programs', 'DELETE', c, undefined, 405, 'ne s’ouvre pas ainsi', '/animation'],
  ['an address that leads nowhere', 'GET', `${c}/nulle/part`, undefined, 404, 'Cette page n’existe pas', c],
  [
    'one outside of any consultation',
    'GET',
    '/animation/rien',
    undefined,
    404,
    'Cette page n’existe pas',
    '/animation',
  ],
  [
    'a consultation that is not there',
    'GET',
    '/animation/c/personne',
    undefined,
    404,
    'Cette page n’existe pas',
    '/animation',
  ],
])(
  '%s is told on a page of the space, with the way back',
  async (_, method, path, body, status, title, back) => {
    for (const accept of ['text/html', '*/*', 'application/json']) {
      const page = await ask(method, path, accept, body);
      expect([page.status, page.type]).toEqual([status, 'text/html; charset=utf-8']);
      expect(readable(page.text)).toContain(title);
      expect(page.text).toMatch(/<link rel="stylesheet" href="\/assets\/animation-/);
      expect(page.text).toContain(`class="way" href="${back}"`);
    }
  },
);

test('words for a consultation that is gone meanwhile are shown, to be copied', async () => {
  const fields = { origins: 'https://une-adresse-longue-a-retrouver.example' };
  const { status, text } = await owner.post('/animation/c/partie/inviter/sites', fields);
  expect(status).toBe(404);
  expect(readable(text)).toContain('Cette page n’existe pas');
  expect(readable(text)).toContain(fields.origins);
});
