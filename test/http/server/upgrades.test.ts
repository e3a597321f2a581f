import { afterEach, describe, expect, test } from '@jest/globals';
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

describe('an upgrade to anything but WebSockets is ignored, and the request answered as it is (RFC 9110, section 7.8)', () => {
  const asking = (upgrade: string, connection = 'Upgrade, HTTP2-Settings') =>
    `GET /fine HTTP/1.1\r\nHost: x\r\nConnection: ${connection}\r\nUpgrade: ${upgrade}\r\nHTTP2-Settings: AAMAAABk\r\n\r\n`;

  test.each(['h2c', 'TLS/1.0', 'h2c, websocket', 'foo/2'])('%s', async (upgrade) => {
    served = await serving((server) => {
      fine(server);
      server.server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 101 Taken\r\n\r\n'));
    });
    const said = await raw(served.port, asking(upgrade));
    expect(said).toMatch(/^HTTP\/1\.1 200 /);
    expect(said).toMatch(/^connection: close/im);
  });

  test('with what is sent', async () => {
    served = await serving((server) => {
      server.post('/said', async ({ body }: Request, response: Response) => answer(response, 200, body));
    });
    const body = '{"said":"bonjour"}';
    const said = await raw(
      served.port,
      `POST /said HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 200 /);
    expect(said).toContain(body);
  });
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
