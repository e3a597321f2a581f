import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Request, Response } from 'restify';
import { StoreUnavailable } from '#store/store.ts';
import { answer } from '#web/http/answer.ts';
import { post, type Serving, serving } from './serving.ts';

let served: Serving;
beforeEach(async () => {
  served = await serving((server) => {
    server.get('/fine', async (_request: Request, response: Response) =>
      answer(response, 200, { fine: true }),
    );
    server.get('/token/:token', async (_request: Request, response: Response) => answer(response, 204));
    server.post('/broken', async () => {
      throw Object.assign(new Error('a bug'), {
        statusCode: 403,
        request: { body: 'ce que la personne a écrit' },
      });
    });
    server.get('/late', async (_request: Request, response: Response) => {
      answer(response, 200, { fine: true });
      throw new Error('after the answer');
    });
    server.get('/half', async (_request: Request, response: Response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half');
      throw new Error('in the answer');
    });
    server.post('/full', async () => {
      throw new StoreUnavailable('The disk is full', 'Free some space');
    });
  });
});
afterEach(() => served.stop());

describe('errors are small JSON, kind, and tell nothing of the inside', () => {
  test('an unknown address is a 404 in the language of the caller', async () => {
    const french = await fetch(`${served.url}/nulle-part/<script>`);
    expect(french.status).toBe(404);
    const { error } = (await french.json()) as { error: { code: string; message: string } };
    expect(error).toEqual({ code: 'not-found', message: 'Il n’y a rien à cette adresse.' });
    const english = await fetch(`${served.url}/nowhere`, {
      headers: { 'accept-language': 'en-GB,fr;q=0.5' },
    });
    expect(english.headers.get('content-language')).toBe('en');
    expect(await english.json()).toEqual({
      error: { code: 'not-found', message: 'There is nothing at this address.' },
    });
  });

  test('another method is a 405 that says which are allowed', async () => {
    const response = await fetch(`${served.url}/fine`, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toContain('GET');
    expect(await response.json()).toMatchObject({ error: { code: 'method-not-allowed' } });
  });

  test('an address that cannot be decoded does no harm', async () => {
    const response = await fetch(`${served.url}/token/%E0%A4%A`);
    expect([400, 404]).toContain(response.status);
    expect((await fetch(`${served.url}/fine`)).status).toBe(200);
  });

  test('a mistake of ours is a 500 with an incident number, and the log has the error under it', async () => {
    const response = await post(`${served.url}/broken`, {});
    expect(response.status).toBe(500);
    const body = await response.text();
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'failed' } });
    expect(body).not.toMatch(/a bug|at |\.ts/);
    const incident = response.headers.get('x-incident') ?? 'none';
    expect(served.logged()).toContain(`"incident":"${incident}"`);
    expect(served.logged()).toContain('answers.test.ts:');
    expect(served.logged()).not.toMatch(/a bug|ce que la personne/);
  });

  test('a mistake after the answer takes nothing back, one in the middle cuts it, and the server lives', async () => {
    const late = await fetch(`${served.url}/late`);
    expect(await late.json()).toEqual({ fine: true });
    await expect(fetch(`${served.url}/half`).then((half) => half.text())).rejects.toThrow();
    expect(served.logged().match(/request failed/g)).toHaveLength(2);
    expect((await fetch(`${served.url}/fine`)).status).toBe(200);
  });

  test('a store that takes no writes is a 503 to come back to, and tells of it by itself', async () => {
    const response = await post(`${served.url}/full`, {});
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ error: { code: 'unavailable' } });
    expect(served.logged()).not.toContain('Free some space');
  });
});

describe('every answer is dressed', () => {
  test.each([
    ['GET', '/fine', {}],
    ['GET', '/nowhere', {}],
    ['DELETE', '/fine', {}],
    ['POST', '/broken', {}],
    ['POST', '/broken', { 'content-encoding': 'gzip' }],
  ])('%s %s %j', async (method, path, headers: Record<string, string>) => {
    const response = await fetch(served.url + path, { method, headers });
    await response.arrayBuffer();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(response.headers.get('permissions-policy')).toContain('camera=()');
    expect(response.headers.get('server')).toBeNull();
    expect(response.headers.get('x-powered-by')).toBeNull();
  });
});

test('a request is logged by its route, never by its address', async () => {
  await fetch(`${served.url}/token/secret-token?t=other-token`, {
    headers: { authorization: 'Bearer third-token' },
  });
  await fetch(`${served.url}/unknown/fourth-token`);
  const lines = served
    .logged()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { method: 'GET', route: '/token/:token', status: 204, msg: 'request' },
    { method: 'GET', route: 'none', status: 404, msg: 'request' },
  ]);
  expect(typeof lines[0].ms).toBe('number');
  expect(served.logged()).not.toMatch(/(secret|other|third|fourth)-token/);
});
