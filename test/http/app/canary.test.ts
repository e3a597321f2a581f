import { mock } from 'node:test';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Request, Response, Server } from 'restify';
import restify from 'restify';
import { createLog } from '#src/log.ts';
import { entering, type Member } from '#test/http/admin/member.ts';
import { raw } from '#test/http/server/serving.ts';
import { routesOf, type Song, songs } from './canary.ts';
import { downloadLink } from './kept.ts';
import { begin, type Person } from './person.ts';
import { goOn } from './robot.ts';
import { type Running, removeFolder, running } from './running.ts';

/** Nothing that the program writes by itself holds it. */
const canary = 'canari7f3a';
const lines: string[] = [];
let app: Running;
let server: Server;
let person: Person;
let owner: Member;
let secrets: readonly string[];

beforeAll(async () => {
  const created = mock.method(restify, 'createServer');
  const log = createLog('trace', { write: (line) => lines.push(line) });
  app = await running(undefined, organisation, { log });
  server = created.mock.calls[0]?.result as Server;
  created.mock.restore();
  owner = await entering(app.spaceLink);
  person = await begin(app.url);
  await goOn(person, () => person.card?.inputs[0]?.type === 'Input.Text');
  await person.say(`${canary} et ses mots`);
  const link = downloadLink((await person.say('mes données')).replies);
  const paused = JSON.stringify((await person.say('pause')).replies);
  secrets = [
    ...[canary, person.token, person.conversation, app.facilitatorKey, await owner.token()],
    owner.cookie.replace('animation=', ''),
    new URL(link).searchParams.get('t') ?? 'none',
    /[A-Z0-9]{5}(?:-[A-Z0-9]{5}){2}/.exec(paused)?.[0] ?? 'none',
    ...[app.facilitatorLink, app.spaceLink].map((one) => one.split(/[#/]/).at(-1) ?? 'none'),
  ];
}, 30_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

/** Whose accounts open the facilitator's space: nobody answers there, which is logged. */
const organisation = {
  OIDC_ISSUER: 'http://127.0.0.1:1/',
  OIDC_CLIENT_ID: 'x',
  OIDC_NAME: 'X',
  OIDC_ALLOWED: '@x.example',
  OIDC_CLIENT_SECRET: canary,
};

const leaks = () => lines.filter((line) => secrets.some((secret) => line.includes(secret)));

const send = async ({ method, path, headers, body }: Song) => {
  const response = await fetch(app.url + path, {
    method,
    headers,
    body: body ?? null,
    redirect: 'manual',
  });
  // A stream lasts: its beginning is enough.
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) await response.body?.cancel();
  else await response.arrayBuffer();
  return response.status;
};

test('every route, for every caller, leaves nothing of what was sent or kept in the log, and one short line', async () => {
  const callers = [
    { headers: {} },
    { headers: { authorization: `Bearer ${person.token}` } },
    { headers: { authorization: `Bearer ${app.facilitatorKey}` } },
    { headers: { cookie: owner.cookie }, token: await owner.token() },
  ];
  const all = songs(server, canary, callers, {
    code: 'decouverte',
    id: person.conversation,
    catalogue: 'depart',
  });
  expect(routesOf(server).length).toBeGreaterThan(80);
  const before = lines.length;
  const walked = await Promise.all(
    Array.from({ length: 8 }, (_, lane) => sendAll(all.filter((_one, i) => i % 8 === lane))),
  );
  expect(walked.flat()).toHaveLength(all.length);
  expect(leaks()).toEqual([]);
  const written = lines.slice(before);
  expect(written.length).toBeLessThanOrEqual(all.length);
  expect(written.filter((line) => line.length > 400)).toEqual([]);
  const routes = new Set(
    written.map((line) => JSON.parse(line)).map(({ method, route }) => `${method} ${route}`),
  );
  expect(
    routesOf(server)
      .map(({ method, path }) => `${method} ${path}`)
      .filter((one) => !routes.has(one)),
  ).toEqual([]);
}, 120_000);

async function sendAll(few: readonly Song[]): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (const song of few) statuses.push(await send(song));
  return statuses;
}

test('a handler that is written tomorrow cannot write them there', async () => {
  server.post('/returns', async (_request: Request, response: Response) => response.sendRaw(200, canary));
  server.post('/gives', async (request: Request, response: Response) => {
    response.sendRaw(200, canary);
    return { request, words: canary };
  });
  server.post('/throws', async (request: Request) => {
    throw Object.assign(new Error(`${request.body} at x (${canary}:1:1)\n    at ${canary} (${canary}:1:1)`), {
      code: `${canary} x`,
      body: request.body,
      cause: new TypeError(canary),
    });
  });
  server.post('/quotes', async (request: Request) => JSON.parse(`${request.body}`));
  server.post('/names', async (request: Request) => {
    throw Object.assign(new Error('x'), { name: `${request.body} x`, toString: () => canary });
  });
  server.post('/sends', async (_request: Request, response: Response) => {
    response.send(new Error(canary));
  });
  for (const path of ['/returns', '/gives', '/throws', '/quotes', '/names', '/sends'])
    await fetch(app.url + path, {
      method: 'POST',
      headers: { 'x-secret': canary, cookie: owner.cookie },
      body: canary,
    });
  expect(leaks()).toEqual([]);
});

test('nor can what is no request: a socket, a wrong address, no HTTP at all', async () => {
  const port = Number(new URL(app.url).port);
  const knock =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x';
  for (const head of [
    `GET /v3/directline/conversations/${canary}/stream?t=${canary} HTTP/1.1\r\nHost: x\r\n${knock}`,
    `GET /${canary}?${canary} HTTP/1.1\r\nHost: ${canary} x\r\nConnection: close`,
    `GET /%E0%A4%A${canary} HTTP/1.1\r\nHost: x\r\nConnection: close`,
    canary,
  ])
    await raw(port, `${head}\r\n\r\n`);
  expect(leaks()).toEqual([]);
});
