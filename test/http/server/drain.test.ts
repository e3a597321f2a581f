import { Agent, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import type { Request, Response } from 'restify';
import { answer } from '#web/http/answer.ts';
import { drain } from '#web/http/drain.ts';
import { open, serving } from './serving.ts';

/** A route that answers when the test opens the gate, and tells when `expected` callers wait there. */
function gated(expected: number) {
  const gate = Promise.withResolvers<void>();
  const full = Promise.withResolvers<void>();
  let waiting = 0;
  const handler = async (_request: Request, response: Response) => {
    waiting += 1;
    if (waiting === expected) full.resolve();
    await gate.promise;
    answer(response, 200, { done: 'x'.repeat(10_000) });
  };
  return { handler, open: gate.resolve, full: full.promise };
}

const ask = (url: string, agent: Agent) =>
  new Promise<{ status: number | undefined; length: number; connection: string | undefined }>(
    (resolve, reject) => {
      get(url, { agent }, (response) => {
        const { statusCode: status, headers } = response;
        text(response).then(
          (body) => resolve({ status, length: body.length, connection: headers.connection }),
          reject,
        );
      }).once('error', reject);
    },
  );

test('under load, what was begun is answered whole, newcomers are turned away, and the server ends by itself', async () => {
  const slow = gated(40);
  const served = await serving((server) => {
    server.get('/slow', slow.handler);
    server.get('/fast', async (_request: Request, response: Response) => answer(response, 200, {}));
  });
  const agent = new Agent({ keepAlive: true });
  await Promise.all(Array.from({ length: 20 }, () => ask(`${served.url}/fast`, agent)));
  const begun = Array.from({ length: 40 }, () => ask(`${served.url}/slow`, agent));
  await slow.full;
  const drained = drain(served.server, 20_000);
  await expect(open(served.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  slow.open();
  const answers = await Promise.all(begun);
  expect(answers.every(({ status, length }) => status === 200 && length > 10_000)).toBe(true);
  expect(await drained).toBe('drained');
  agent.destroy();
});

test('what is not done at the deadline is cut, WebSockets included', async () => {
  const never = gated(1);
  const served = await serving((server) => {
    server.get('/slow', never.handler);
    server.server.on('upgrade', (_request, socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
    );
  });
  const agent = new Agent({ keepAlive: true });
  const lost = ask(`${served.url}/slow`, agent);
  lost.catch(() => undefined);
  await never.full;
  const socket = await open(served.port);
  const upgraded = new Promise((resolve) => socket.once('data', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  socket.write('GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  await upgraded;
  expect(await drain(served.server, 20)).toBe('cut');
  await expect(lost).rejects.toMatchObject({ code: 'ECONNRESET' });
  await closed;
  never.open();
});

test('a server that never listened is drained at once', async () => {
  const served = await serving(() => undefined);
  await served.stop();
  expect(await drain(served.server, 20_000)).toBe('drained');
});
