import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import WebSocket from 'ws';
import { accounts } from '../admin/organisation/accounts.ts';
import { browser } from '../admin/organisation/browser.ts';
import { claire, lists, start, team } from '../admin/organisation/town.ts';
import { caller } from '../api/caller.ts';
import { arrive } from '../app/person.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { base, startProxy, type TownProxy } from './proxy.ts';
import { visitor } from './visitor.ts';
import { walk } from './walk.ts';

let theirs: Awaited<ReturnType<typeof accounts>>;
let proxy: TownProxy;
let app: Running;
beforeAll(async () => {
  theirs = await accounts();
  proxy = await startProxy('whole');
  app = await running(undefined, { ...proxy.settings, ...theirs.settings, ...lists });
  theirs.open(app.url);
}, 60_000);
afterAll(async () => {
  await app.stop();
  await proxy.close();
  theirs.stop();
  await removeFolder(app.dataDir);
});

test('a conversation is begun, heard over its socket, and leads to what its cards link to', async () => {
  const person = await arrive(app.url);
  const { body } = await person.ask('GET', '');
  expect(body.streamUrl).toMatch(new RegExp(`^ws${app.url.slice('http'.length)}/v3/directline/`));
  const socket = new WebSocket(body.streamUrl);
  await once(socket, 'open');
  // What was said before comes first.
  const said = new Promise<string>((heard) => {
    socket.on('message', (data) => String(data).includes('"label":"profile"') && heard(String(data)));
  });
  await person.submit({ act: 'consent', agree: true });
  expect(await said).toContain('"label":"profile"');
  socket.close();
  const { replies } = await person.say('mes données');
  const [link = ''] = JSON.stringify(replies).match(/http[^"\\)]+\/api\/my-data[^"\\)]+/g) ?? [];
  const mine = await visitor().fetch(new URL(link));
  expect(mine.status).toBe(200);
  expect(await mine.json()).toMatchObject({ consent: expect.anything() });
});

test('a page of another site asks first whether it may, and hears that it may', async () => {
  const asked = { method: 'OPTIONS', headers: { origin: 'https://ville.example' } };
  const answer = await fetch(`${app.url}/v3/directline/tokens/generate`, asked);
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
});

test('a program finds where the interface is, and where what it made stands', async () => {
  const api = caller(app.url, app.facilitatorKey);
  const { servers, paths } = (await api.get('/openapi.json')).body;
  expect(servers).toEqual([{ url: app.url }]);
  const names = { title: { fr: 'Vallée', en: 'Valley' }, territory: { fr: 'Ici', en: 'Here' } };
  const made = await api.send('POST', '/consultations', names);
  expect([made.status, made.headers.get('location')]).toEqual([
    201,
    `${base}/api/consultations/${made.body.code}`,
  ]);
  const readable = Object.keys(paths).filter((path) => 'get' in paths[path] && !/\{(?!code)/.test(path));
  expect(readable.length).toBeGreaterThan(8);
  const from = readable.map((path) => new URL(servers[0].url + path.replace('{code}', 'decouverte')));
  const walked = await walk(new URL(`${app.url}/`), from, visitor(app.facilitatorKey));
  expect(walked.outside).toEqual([]);
  expect(walked.silent).toEqual([]);
});

test('an organisation’s accounts lead back under the path, to the page that was asked for', async () => {
  theirs.binding(claire);
  const one = browser();
  const place = await one.open(`${app.url}${start}?${new URLSearchParams({ vers: team })}`);
  expect([place.status, place.address.href]).toEqual([200, app.url + team]);
});

test('a final slash and an address where there is nothing lead on under the path', async () => {
  const led = await fetch(`${app.url}/c/decouverte/?lang=en`, { redirect: 'manual' });
  expect([led.status, led.headers.get('location')]).toEqual([308, `${base}/c/decouverte?lang=en`]);
  const nothing = await fetch(`${app.url}/animation/nowhere`, { headers: { accept: 'text/html' } });
  const page = await nothing.text();
  expect(nothing.status).toBe(404);
  expect(page).toContain(`<a class="way" href="${base}/animation">`);
});

test('whoever is not signed in is led to the door under the path, and back from there', async () => {
  const stranger = visitor();
  const sent = await stranger.fetch(new URL(app.url + team));
  const door = new URL(sent.headers.get('location') ?? '', app.url);
  expect(door.href).toBe(`${app.url}/animation/entree?vers=${encodeURIComponent(team)}`);
  expect(await (await stranger.fetch(door)).text()).toContain(`href="${base}${start}?vers=`);
});

test('a client that waits to be told to go on is told so', async () => {
  const body = JSON.stringify({ consultation: 'decouverte' });
  const headers = {
    expect: '100-continue',
    'content-type': 'application/json',
    'content-length': body.length,
  };
  const sent = request(`${app.url}/v3/directline/tokens/generate`, { method: 'POST', headers });
  sent.once('continue', () => sent.end(body));
  sent.flushHeaders();
  const [answer] = await once(sent, 'response');
  answer.resume();
  expect(answer.statusCode).toBe(200);
});

test.each([
  [`${base}s`, 404],
  [`${base}`, 200],
  [`${base}?lang=en`, 200],
  [`${base}/c/decouverte`, 200],
  [`${base}/c/decouverte/`, 200],
  ['/c/decouverte/', 200],
  [`${base}//c/decouverte`, 200],
  ['/c/decouverte', 200],
  ['/', 200],
])('on its own port the program answers %s with %i', async (path, status) => {
  const answer = await fetch(`http://127.0.0.1:${proxy.settings.PORT}${path}`);
  await answer.text();
  expect(answer.status).toBe(status);
});
