import { afterEach, describe, expect, test } from '@jest/globals';
import type { Request, Response } from 'restify';
import { answer } from '#web/http/answer.ts';
import type { HttpLimits } from '#web/http/limits.ts';
import { open, post, raw, type Serving, serving } from './serving.ts';

let served: Serving;
afterEach(() => served.stop());

const echo = (limits: Partial<HttpLimits> = {}) =>
  serving((server) => {
    server.post('/echo', async (request: Request, response: Response) =>
      answer(response, 200, { got: request.body }),
    );
  }, limits);

const lives = async () => {
  const response = await post(`${served.url}/echo`, { still: 'here' });
  expect(await response.json()).toEqual({ got: { still: 'here' } });
};

const head = (...lines: string[]) =>
  `${['POST /echo HTTP/1.1', 'Host: x', 'Content-Type: application/json', ...lines].join('\r\n')}\r\n\r\n`;

describe('a body that must not be read', () => {
  test('five bad bytes said to be gzip are refused, and the server lives', async () => {
    served = await echo();
    const said = head('Content-Encoding: gzip', 'Content-Length: 5', 'Connection: close');
    const answered = await raw(served.port, said, Buffer.from([1, 2, 3, 4, 5]));
    expect(answered).toMatch(/^HTTP\/1\.1 415 /);
    expect(answered).toContain('"code":"compressed"');
    await lives();
  });

  test.each(['gzip', 'br', 'deflate', 'identity', 'x', ''])(
    'any encoding is refused: %j',
    async (encoding) => {
      served = await echo();
      const answered = await raw(
        served.port,
        head(`Content-Encoding: ${encoding}`, 'Content-Length: 2', 'Connection: close'),
        '{}',
      );
      expect(answered).toMatch(/^HTTP\/1\.1 415 /);
      await lives();
    },
  );

  test('two megabytes announced are refused, and the server lives', async () => {
    served = await echo();
    const response = await post(`${served.url}/echo`, JSON.stringify('x'.repeat(2_000_000)));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: 'too-large' } });
    await lives();
  });

  test('two megabytes unannounced, in chunks, are refused, and the server lives', async () => {
    served = await echo();
    const chunk = `fa00\r\n${'x'.repeat(64_000)}\r\n`;
    const answered = await raw(
      served.port,
      head('Transfer-Encoding: chunked', 'Connection: close'),
      ...Array.from({ length: 32 }, () => chunk),
      '0\r\n\r\n',
    );
    expect(answered).toMatch(/^HTTP\/1\.1 413 /);
    await lives();
  });

  test.each([
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    'application/x-www-form-urlencoded',
  ])('%s is not taken for JSON', async (type) => {
    served = await echo();
    const response = await post(`${served.url}/echo`, '{"a":1}', { 'content-type': type });
    expect(await response.json()).not.toEqual({ got: { a: 1 } });
    await lives();
  });
});

describe('a caller who takes their time', () => {
  test('slow headers are cut', async () => {
    served = await echo({ headersTimeout: 60, requestTimeout: 1000, checkEvery: 20 });
    const socket = await open(served.port);
    socket.write('POST /echo HTTP/1.1\r\nHost: x\r\n');
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 408 /);
    await lives();
  });

  test('a slow body is cut', async () => {
    served = await echo({ headersTimeout: 60, requestTimeout: 100, checkEvery: 20 });
    const answered = await raw(served.port, head('Content-Length: 20'), '{"a":');
    expect(answered).toMatch(/^HTTP\/1\.1 408 /);
    await lives();
  });

  test('a connection past the greatest number is turned away, those open go on', async () => {
    served = await echo({ connections: 1 });
    const first = await open(served.port);
    const second = await open(served.port);
    const ended = new Promise((resolve) => second.once('close', resolve));
    second.resume();
    await ended;
    first.end(`${head('Content-Length: 2', 'Connection: close')}{}`);
    const chunks: Buffer[] = [];
    for await (const chunk of first) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('what is no HTTP or no JSON', () => {
  test('malformed JSON is refused without a word of it', async () => {
    served = await echo();
    const response = await post(`${served.url}/echo`, '{"text": mon secret}');
    expect(response.status).toBe(400);
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'malformed' } });
    expect(body).not.toContain('secret');
    expect(served.logged()).not.toContain('secret');
  });

  test.each([
    'nonsense\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET /${'x'.repeat(30_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n`,
  ])('bytes that are no request are refused %#', async (bytes) => {
    served = await echo();
    expect(await raw(served.port, bytes)).toMatch(/^HTTP\/1\.1 4\d\d /);
    await lives();
  });
});
