import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Running, removeFolder, running } from '../app/running.ts';
import { raw } from './serving.ts';

let app: Running;
beforeAll(async () => {
  app = await running();
}, 30_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

const led = async (address: string) => {
  const { status, headers } = await fetch(address, { redirect: 'manual' });
  return [status, headers.get('location')];
};

test('a final slash leads to the page without it', async () => {
  for (const path of [
    '/c/decouverte',
    '/c/decouverte/resultats',
    '/catalogue',
    '/mentions',
    '/confidentialite',
    '/accessibilite',
    '/animation',
    '/animation/c/decouverte/salle',
  ])
    expect([path, ...(await led(`${app.url}${path}/`))]).toEqual([path, 308, path]);
  expect(await led(`${app.url}/c/decouverte/resultats//?lang=en`)).toEqual([
    308,
    '/c/decouverte/resultats?lang=en',
  ]);
});

test('programs are led nowhere, and nobody to another site', async () => {
  expect((await led(`${app.url}/api/consultations/`))[0]).not.toBe(308);
  expect((await led(`${app.url}/v3/directline/conversations/`))[0]).not.toBe(308);
  for (const path of ['//elsewhere.example/', '/\\elsewhere.example/', '/.//elsewhere.example/']) {
    const answered = await raw(
      Number(new URL(app.url).port),
      `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    const location = /^location: (.*)\r$/im.exec(answered)?.[1];
    expect([path, location]).toEqual([path, '/elsewhere.example']);
  }
});

const read = async (address: string, language: string) => {
  const response = await fetch(address, {
    headers: { accept: 'text/html,*/*', 'accept-language': language },
  });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

test('a browser reads a page where there is nothing, with a way to go on', async () => {
  const french = await read(`${app.url}/nulle-part`, 'fr');
  expect([french.status, french.type]).toEqual([404, 'text/html; charset=utf-8']);
  expect(french.text).toContain('Cette page n’existe pas');
  expect(french.text).toContain('<a class="way" href="/">');
  const space = await read(`${app.url}/animation/nowhere`, 'en');
  expect([space.status, space.type]).toEqual([404, 'text/html; charset=utf-8']);
  expect(space.text).toContain('<a class="way" href="/animation">');
  expect((await read(`${app.url}/animation/sortir`, 'fr')).text).not.toContain('"error"');
  // Programs go on reading data, whatever they accept.
  expect((await read(`${app.url}/api/nowhere`, 'fr')).type).toContain('json');
  expect((await read(`${app.url}/v3/nowhere`, 'fr')).type).toContain('json');
});
