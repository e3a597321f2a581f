import { afterEach, expect, test } from '@jest/globals';
import type { Next, Request, Response, Server } from 'restify';
import { answer } from '#web/http/answer.ts';
import { open, post, raw, type Serving, serving } from '../serving.ts';

let served: Serving;
afterEach(() => served.stop());

/** Fails on `/bad` alone. */
const atBad = (request: { url?: string | undefined }) => {
  if (request.url?.startsWith('/bad')) throw new Error('a mistake of ours');
};

const fine = (server: Server) => {
  for (const path of ['/bad', '/fine'])
    server.post(path, async (_request: Request, response: Response) => answer(response, 200, {}));
};

const places: Readonly<Record<string, (server: Server) => void>> = {
  'a plain pre hook': (server) =>
    server.pre((request: Request, _response: Response, next: Next) => {
      atBad(request);
      next();
    }),
  'an async pre hook': (server) => server.pre(async (request: Request) => atBad(request)),
  'a plain use hook': (server) =>
    server.use((request: Request, _response: Response, next: Next) => {
      atBad(request);
      next();
    }),
  'an async use hook': (server) => server.use(async (request: Request) => atBad(request)),
  'a hook that has passed on': (server) =>
    server.use((request: Request, _response: Response, next: Next) => {
      next();
      atBad(request);
    }),
  'a plain handler': (server) =>
    server.put('/bad', (request: Request, _response: Response, _next: Next) => atBad(request)),
  'an async handler': (server) => server.put('/bad', async (request: Request) => atBad(request)),
  'a handler that throws no error': (server) =>
    server.put('/bad', async () => {
      throw 'fine';
    }),
  'a handler that throws nothing': (server) =>
    server.put('/bad', (_request: Request, _response: Response, _next: Next) => {
      throw undefined;
    }),
  'a handler whose error bears no name': (server) =>
    server.put('/bad', async () => {
      throw Object.assign(new Error('x'), { name: 7, statusCode: 200, message: Symbol('x') });
    }),
  'a handler whose error is called like an event': (server) =>
    server.put('/bad', async () => {
      throw Object.assign(new Error('x'), { name: 'closeError' });
    }),
  'a handler that answers what cannot be written': (server) =>
    server.put('/bad', async (_request: Request, response: Response) => {
      response.send(200, { big: 1n });
    }),
  'a handler that names a header wrongly': (server) =>
    server.put('/bad', async (_request: Request, response: Response) => {
      response.setHeader('X', 'a\nb');
    }),
  'a handler that answers nothing': (server) => server.put('/bad', async () => undefined),
  ...Object.fromEntries(
    ['request', 'pre', 'routed', 'after', 'restifyError', 'NotFound'].map((event) => [
      `a listener to ${event}`,
      (server: Server) => server.on(event, atBad),
    ]),
  ),
  'a listener to the requests of Node': (server) => server.server.on('request', atBad),
  'a listener to connections': (server) => {
    let first = true;
    server.server.on('connection', () => {
      if (!first) return;
      first = false;
      throw new Error('a mistake of ours');
    });
  },
  'a listener to what is sent': (server) =>
    server.pre((request: Request, _response: Response, next: Next) => {
      request.on('data', () => atBad(request));
      next();
    }),
  'a listener to the end of an answer': (server) =>
    server.pre((request: Request, response: Response, next: Next) => {
      for (const event of ['finish', 'close', 'header']) response.on(event, () => atBad(request));
      next();
    }),
  'an answer that goes on after its end': (server) =>
    server.put('/bad', async (_request: Request, response: Response) => {
      response.end('x');
      response.write('y');
      response.emit('error', new Error('x'));
    }),
};

test.each(Object.entries(places))('%s throws, and nothing else ends', async (_name, mount) => {
  served = await serving((server) => {
    mount(server);
    fine(server);
  });
  const patience = () => AbortSignal.timeout(2000);
  for (const [method, path] of [
    ['PUT', '/bad'],
    ['POST', '/bad'],
    ['GET', '/bad/nowhere'],
  ] as const) {
    const body = method === 'GET' ? null : '{}';
    const response = await fetch(served.url + path, { method, body, signal: patience() }).catch(
      () => undefined,
    );
    expect([undefined, 200, 400, 404, 405, 500]).toContain(response?.status);
    await response?.text().catch(() => undefined);
  }
  expect((await post(`${served.url}/fine`, {})).status).toBe(200);
  expect(served.logged()).not.toContain('a mistake of ours');
});

test('what is thrown where a socket is opened closes it', async () => {
  served = await serving((server) => {
    fine(server);
    server.server.on('upgrade', (request, socket) => {
      socket.on('data', () => {
        throw new Error('a mistake of ours');
      });
      socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
      if (request.url === '/bad') throw new Error('a mistake of ours');
    });
  });
  const knock = async (path: string) => {
    const socket = await open(served.port);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined).on('data', () => socket.write('more'));
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    await closed;
  };
  await knock('/bad');
  await knock('/fine');
  await raw(served.port, 'no HTTP\r\n\r\n');
  expect((await post(`${served.url}/fine`, {})).status).toBe(200);
  expect(served.logged().match(/request failed/g)).toHaveLength(2);
});
