import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const command = fileURLToPath(new URL('../../src/tools/playground.ts', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trajectoires-command-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('shows the program in the Agents Playground, to this machine alone, and leaves nothing behind', async () => {
  const { PORT, DATA_DIR, ...env } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', command], {
    cwd: folder,
    // What a bot in service has set is no obstacle.
    env: { ...env, TMPDIR: folder, PUBLIC_URL: 'https://example.org', MicrosoftAppType: 'SingleTenant' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  let said = '';
  const address = (name: string) => new RegExp(`${name}\\s+(http\\S+)`).exec(said)?.[1];
  for await (const more of child.stdout.iterator({ destroyOnReturn: false })) {
    said += more;
    if (said.includes('Ctrl+C')) break;
  }
  const teams = address('Agents Playground') ?? '';
  expect(await (await fetch(teams)).text()).toContain('Microsoft 365 Agents Playground');
  expect((await fetch(address('Chat page') ?? '')).status).toBe(200);
  expect(address('Facilitator.*')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/facilitator#/);
  expect(await reachable('127.0.0.1', new URL(teams).port)).toBe(true);
  expect(await reachable('127.0.0.2', new URL(teams).port)).toBe(false);
  child.kill('SIGINT');
  expect(await exit).toEqual([0, null]);
  expect(await readdir(folder)).toEqual([]);
}, 90_000);

/** Whether something listens there; every machine's other loopback addresses stand for its address in the network. */
function reachable(host: string, port: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), host);
    const tell = (listens: boolean) => {
      socket.destroy();
      resolve(listens);
    };
    socket.on('connect', () => tell(true));
    socket.on('error', () => tell(false));
  });
}
