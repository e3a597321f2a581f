import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { oddRequests, send } from '#test/http/server/faults/odd-requests.ts';
import { open, raw } from '#test/http/server/serving.ts';
import { child } from './child.ts';
import { newFolder, removeFolder } from './running.ts';

test('hundreds of odd requests, and the program answers', async () => {
  const dataDir = await newFolder();
  const program = child({ DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  try {
    const url = await program.url;
    const requests = oddRequests();
    const answers = await send(Number(new URL(url).port), requests);
    expect(requests.filter((_, i) => /^HTTP\/1\.1 5/.test(answers[i] ?? ''))).toEqual([]);
    expect((await fetch(url)).status).toBe(200);
    expect(program.printed()).not.toMatch(/"level":[456]0/);
    program.process.kill('SIGTERM');
    expect(await program.over).toBe(0);
  } finally {
    program.process.kill('SIGKILL');
    await removeFolder(dataDir);
  }
}, 60_000);

test('what a request lets go of ends only its own; what is no request’s stops the program', async () => {
  const program = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'test/http/server/faults/throwing-program.ts'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const [first] = await once(program.stdout, 'data');
    const { port, ways } = JSON.parse(first);
    const printed = text(program.stdout);
    const url = `http://127.0.0.1:${port}`;
    for (const way of ways) {
      const signal = AbortSignal.timeout(5000);
      const body = await fetch(`${url}/${way}`, { method: 'POST', body: 'x', signal }).catch(() => undefined);
      await body?.text().catch(() => undefined);
    }
    const socket = await open(port);
    const cut = once(socket, 'close');
    socket.on('error', () => undefined).on('data', () => socket.write('more'));
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    await cut;
    expect(await raw(port, 'GET /fine HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 200/,
    );
    const ended = once(program, 'close');
    program.kill('SIGUSR2');
    expect(await ended).toEqual([7, null]);
    const logged = await printed;
    expect(logged).toContain('something unforeseen went wrong');
    expect(logged).not.toContain('canari');
  } finally {
    program.kill('SIGKILL');
  }
}, 30_000);
