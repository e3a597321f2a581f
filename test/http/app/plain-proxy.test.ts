import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { activity, bring } from './cloud-person.ts';
import { type Running, removeFolder, running } from './running.ts';

/** A proxy as `proxy_pass http://127.0.0.1:PORT` makes it: Host is the program's own, and nothing says who asked. */
async function plainProxy(app: Running) {
  const proxy = createServer((request, response) => {
    const { host: _public, ...headers } = request.headers;
    const passed = ask(
      new URL(request.url ?? '/', app.url),
      { method: request.method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    stop: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

test.each([
  [{ HOST: '0.0.0.0' }, 403],
  [{}, 200],
])('through a plain proxy, with %j: %s', async (settings: Record<string, string>, status) => {
  const app = await running(undefined, settings);
  const proxy = await plainProxy(app);
  try {
    expect((await bring(proxy.url, activity('1', 'stranger', { text: 'fermer' }))).status).toBe(status);
  } finally {
    proxy.stop();
    await app.stop();
    await removeFolder(app.dataDir);
  }
});
