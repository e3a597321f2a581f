import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { call } from './call.ts';
import { type Child, child } from './child.ts';
import { arrive } from './person.ts';
import { newFolder, removeFolder } from './running.ts';

const children: Child[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const { process } of children) process.kill('SIGKILL');
  await Promise.all(children.splice(0).map(({ over }) => over));
  await Promise.all(folders.splice(0).map(removeFolder));
});

async function start(env: Readonly<Record<string, string>> = {}): Promise<Child> {
  const dataDir = env.DATA_DIR ?? (await newFolder());
  folders.push(dataDir);
  const started = child({ DATA_DIR: dataDir, ...env });
  children.push(started);
  return started;
}

test('a start prints where the chat page is, and the link of the facilitator', async () => {
  const started = await start();
  const url = await started.url;
  expect(started.printed()).toContain(`${url}/\n`);
  expect(started.printed()).toMatch(/\/facilitator#[\w-]{20,}\n/);
  const page = await call(`${url}/`);
  expect({ status: page.status, html: page.text.startsWith('<!doctype html>') }).toEqual({
    status: 200,
    html: true,
  });
  expect((await call(`${url}/healthz`)).status).toBe(200);
  expect((await call(`${url}/readyz`)).status).toBe(200);
  expect(started.complained()).toBe('');
}, 40_000);

test('a taken port is told with what to do, and nothing else', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const started = await start({ PORT: `${port}` });
  expect(await started.over).toBe(1);
  expect(started.complained()).toContain(`Port ${port} is taken`);
  expect(started.complained()).toContain('npm start');
  expect(started.complained()).not.toMatch(/\n {4}at /);
  expect(started.printed()).toBe('');
  other.close();
}, 40_000);

test('a wrong setting, and a data folder in use, are told the same way', async () => {
  const wrong = await start({ PORT: 'many' });
  expect(await wrong.over).toBe(1);
  expect(wrong.complained()).toContain('PORT');
  const one = await start();
  await one.url;
  const two = await start({ DATA_DIR: folders.at(-1) ?? '' });
  expect(await two.over).toBe(1);
  expect(two.complained()).toContain('→');
  expect(two.complained()).not.toMatch(/\n {4}at /);
}, 40_000);

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends it in order within a few seconds, also with someone at the page',
  async (signal) => {
    const started = await start();
    const url = await started.url;
    const person = await arrive(url);
    const { body } = await person.ask('GET', '');
    const socket = new WebSocket(body.streamUrl);
    await new Promise((resolve) => socket.once('open', resolve));
    const hungUp = new Promise((resolve) => socket.once('close', resolve));
    const began = performance.now();
    started.process.kill(signal);
    expect(await started.over).toBe(0);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await hungUp).toBe(1001);
  },
  40_000,
);
