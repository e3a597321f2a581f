import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Request, Response } from 'restify';
import { answer } from '#web/http/answer.ts';
import { raw, type Serving, serving } from '../serving.ts';
import { oddRequests, send } from './odd-requests.ts';

let served: Serving;
beforeAll(async () => {
  served = await serving((server) => {
    const echo = async (request: Request, response: Response) =>
      answer(response, 200, { path: request.path(), query: request.getQuery(), id: request.params.id });
    server.get('/', echo);
    server.post('/', echo);
    server.get('/c/:id', echo);
  });
});
afterAll(() => served.stop());

test('whatever is sent, it is answered below 500 or cut, and the next one is served', async () => {
  const requests = oddRequests();
  expect(requests.length).toBeGreaterThan(500);
  const answers = await send(served.port, requests);
  const failed = requests.filter((_, i) => /^HTTP\/1\.1 5/.test(answers[i] ?? ''));
  expect(failed).toEqual([]);
  expect(served.logged()).not.toContain('request failed');
  expect((await fetch(served.url)).status).toBe(200);
});

test.each([
  ...['x:99999', '[::1', 'a b', '%', '', 'x/c/1', 'x?a', 'x#a', 'a@x', 'a\\x'].map(
    (host) => `GET / HTTP/1.1\r\nHost: ${host}`,
  ),
  'GET / HTTP/1.1\r\nHost: x\r\nHost: x',
  ...['http://[', 'http://x:99999/', 'javascript:alert(1)', 'x'].map(
    (target) => `GET ${target} HTTP/1.1\r\nHost: x`,
  ),
])('%j is refused: it makes no address', async (head) => {
  expect(await raw(served.port, `${head}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
});

test.each([
  'x',
  'x:80',
  'X.example',
  '127.0.0.1:3978',
  '[::1]:3978',
  'xn--9caa.example',
  'x:',
  'a_b.example',
])('the host %j is one', async (host) => {
  const answered = await raw(
    served.port,
    `GET /c/1?a HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
  );
  expect(answered).toContain('{"path":"/c/1","query":"a","id":"1"}');
});

test('a proxy may send the whole address, and HTTP 1.0 no host', async () => {
  const whole = await raw(served.port, 'GET http://x/c/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  expect(whole).toContain('"path":"/c/1"');
  expect(await raw(served.port, 'GET /c/1 HTTP/1.0\r\n\r\n')).toContain('"path":"/c/1"');
});
