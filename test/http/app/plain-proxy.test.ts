import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { open } from '../server/serving.ts';
import { call } from './call.ts';
import { activity, bring } from './cloud-person.ts';
import { type Running, removeFolder, running } from './running.ts';

/** A proxy as `proxy_pass http://127.0.0.1:PORT` makes it: nothing says who asked, and Host is the program's own, unless told. */
async function plainProxy(app: Running, { keepsHost = false } = {}) {
  const proxy = createServer((request, response) => {
    const { host, ...headers } = request.headers;
    const passed = ask(
      new URL(request.url ?? '/', app.url),
      { method: request.method, headers: keepsHost ? { ...headers, host } : headers },
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

const order = (id: string) => activity(id, 'stranger', { text: 'fermer' });
const statusBy = async (url: string, id: string) => (await bring(url, order(id))).status;

async function withProxy(
  settings: Record<string, string>,
  how: { keepsHost?: boolean },
  story: (app: Running, proxy: string) => Promise<void>,
) {
  const app = await running(undefined, settings);
  const proxy = await plainProxy(app, how);
  try {
    await story(app, proxy.url);
  } finally {
    proxy.stop();
    await app.stop();
    await removeFolder(app.dataDir);
  }
}

test('where others may reach the program, nobody is obeyed through a plain proxy', () =>
  withProxy({ HOST: '0.0.0.0' }, {}, async (_, proxy) => {
    expect(await statusBy(proxy, '1')).toBe(403);
  }));

test('a proxy of which no setting tells speaks HTTP/1.0: it is not obeyed, and a developer is', () =>
  withProxy({}, {}, async (app) => {
    const body = JSON.stringify({ ...order('1'), deliveryMode: 'expectReplies' });
    const { host, port } = new URL(app.url);
    const socket = await open(Number(port));
    socket.write(
      `POST /api/messages HTTP/1.0\r\nHost: ${host}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 403 /);
    expect(await statusBy(app.url, '2')).toBe(200);
  }));

test('one that shows nothing itself is known by the first page that comes through it, and nobody is obeyed any more', () =>
  withProxy({}, {}, async (app, proxy) => {
    const page = (site: string) => ({ origin: 'https://ville.example', 'sec-fetch-site': site });
    const begin = (headers: Record<string, string>) =>
      call(`${proxy}/v3/directline/tokens/generate`, { method: 'POST', body: {}, headers });
    // Any site may have a browser of the developer's ask: that closes nothing.
    await begin(page('cross-site'));
    for (const origin of [app.url, 'null'])
      await call(`${app.url}/`, { headers: { 'sec-fetch-site': 'same-origin', origin } });
    expect(await statusBy(app.url, '1')).toBe(200);
    await begin(page('same-origin'));
    expect(await statusBy(proxy, '2')).toBe(403);
    expect(await statusBy(app.url, '3')).toBe(403);
  }));

test('one that keeps Host is known by it, whoever forges another one from then on', () =>
  withProxy({}, { keepsHost: true }, async (app, proxy) => {
    expect(await statusBy(app.url, '1')).toBe(200);
    const { port } = new URL(proxy);
    const visit = ask({ host: '127.0.0.1', port, path: '/', headers: { host: 'ville.example' } });
    await new Promise((resolve) => visit.on('response', (answer) => resolve(answer.resume())).end());
    // Host is 127.0.0.1 again, as anybody may write it.
    expect(await statusBy(proxy, '2')).toBe(403);
  }));
