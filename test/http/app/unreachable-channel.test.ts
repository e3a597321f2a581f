import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { call } from './call.ts';
import { activity } from './cloud-person.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
beforeAll(async () => {
  app = await running();
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

/** The service of a channel that refuses connections, or takes them and says nothing, until it is mended. */
async function broken(how: 'refuses' | 'hangs') {
  const posted: { label?: string }[] = [];
  const hanging: ServerResponse[] = [];
  let mended = false;
  const server = createServer(async (request, response) => {
    if (!mended) return void hanging.push(response);
    posted.push(JSON.parse(await text(request)));
    response.setHeader('content-type', 'application/json');
    response.end('{"id":"posted"}');
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  if (how === 'refuses') await new Promise((resolve) => server.close(resolve));
  return {
    url: `http://127.0.0.1:${port}/`,
    posted,
    async mend() {
      mended = true;
      if (how === 'refuses') await listen(port);
    },
    stop() {
      for (const response of hanging) response.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

test.each(['refuses', 'hangs'] as const)(
  'a channel whose service %s is told so in time, and its second try gets the same reply, counted once',
  async (how) => {
    const service = await broken(how);
    try {
      const user = `somebody-${how}`;
      const bring = (one: object) => call(`${app.url}/api/messages`, { method: 'POST', body: one });
      const quietly = (id: string, value: object) =>
        bring(activity(id, user, { value, deliveryMode: 'expectReplies' }));
      await bring(activity('0', user, { text: 'bonjour', deliveryMode: 'expectReplies' }));
      await quietly('1', { act: 'consent', agree: true });
      await quietly('2', { act: 'profile', decline: true });
      await quietly('3', { act: 'open', domain: 'mobility' });
      const said = activity('4', user, { text: 'passer', serviceUrl: service.url });
      const began = performance.now();
      const first = await bring(said);
      expect([first.status, first.body.error.code]).toEqual([502, 'unsaid']);
      // Channels wait fifteen seconds.
      expect(performance.now() - began).toBeLessThan(14_000);
      await service.mend();
      expect((await bring(said)).status).toBe(200);
      expect(service.posted.map(({ label }) => label)).toEqual(['question']);
      const position = JSON.stringify(service.posted[0]);
      const again = (await quietly('5', { act: 'word', word: 'back' })).body.activities;
      expect(JSON.stringify(again)).not.toBe(position);
      expect(again.at(-1).label).toBe('question');
    } finally {
      service.stop();
    }
  },
  60_000,
);
