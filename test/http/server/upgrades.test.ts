import { afterEach, expect, test } from '@jest/globals';
import type { Request, Response, Server } from 'restify';
import { answer } from '#web/http/answer.ts';
import { open, raw, type Serving, serving } from './serving.ts';

let served: Serving;
afterEach(() => served.stop());

const knock = 'GET /socket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
const fine = (server: Server) =>
  server.get('/fine', async (_request: Request, response: Response) => answer(response, 200, {}));

test('while nobody takes WebSockets, they are turned away', async () => {
  served = await serving(fine);
  expect(await raw(served.port, knock)).toMatch(/^HTTP\/1\.1 404 /);
});

test('who takes them has them whole, and one that breaks off ends nothing else', async () => {
  served = await serving((server) => {
    fine(server);
    server.server.on('upgrade', (_request, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
      // Writing on to someone who is gone is what makes a socket throw.
      socket.on('data', () => socket.write('x'.repeat(1_000_000)));
    });
  });
  const socket = await open(served.port);
  const first = new Promise<Buffer>((resolve) => socket.once('data', resolve));
  socket.write(knock);
  expect((await first).toString()).toMatch(/^HTTP\/1\.1 101 /);
  const second = new Promise((resolve) => socket.once('data', resolve));
  socket.write('more');
  await second;
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.resetAndDestroy();
  await closed;
  expect((await fetch(`${served.url}/fine`)).status).toBe(200);
});

test('whoever offers another protocol is answered in this one', async () => {
  served = await serving(fine);
  const offer = 'Connection: Upgrade, HTTP2-Settings, close\r\nHTTP2-Settings: AAMAAABk';
  for (const protocol of ['h2c', 'TLS/1.0', 'IRC/6.9, RTA/x11'])
    expect(
      await raw(served.port, `GET /fine HTTP/1.1\r\nHost: x\r\nUpgrade: ${protocol}\r\n${offer}\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 200 /);
});
