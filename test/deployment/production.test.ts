import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '#test/http/teams/until.ts';

/** What the image is made of, without building it: the packages of production, the code that it copies, nobody's rights to change either. */
const file = readFileSync('deployment/docker/Dockerfile', 'utf8');
const folders = [...file.matchAll(/^COPY (\w+) \1$/gm)].map(([, name = '']) => name);
const [, command = ''] = /^CMD (\[.*\])$/m.exec(file) ?? [];
const [, health = ''] = /^\s+CMD (\[.*\])$/m.exec(file) ?? [];

let dir: string;
let code: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trajectoires-image-'));
  code = join(dir, 'code');
  const lock: { packages: Record<string, { dev?: boolean; devOptional?: boolean }> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  );
  // Packages for other systems are named, and not there.
  const isKept = (path: string) => path !== '' && !lock.packages[path]?.dev && existsSync(path);
  const kept = Object.keys(lock.packages).filter(isKept);
  // A package within another one comes after it; each is copied without those within it.
  for (const path of kept.sort()) {
    await mkdir(dirname(join(code, path)), { recursive: true });
    const nested = join(path, 'node_modules');
    await cp(path, join(code, path), {
      recursive: true,
      filter: (source) => source !== nested && !source.endsWith('.map') && !source.endsWith('.d.ts'),
    });
  }
  for (const name of folders) await cp(name, join(code, name), { recursive: true });
  for (const name of ['package.json', 'LICENSE', 'CHANGELOG.md']) await cp(name, join(code, name));
  await mkdir(join(dir, 'data'), { mode: 0o777 });
  await chmod(dir, 0o755);
  await chmod(join(dir, 'data'), 0o777);
  execFileSync('chmod', ['-R', 'a+rX,a-w', code]);
}, 120_000);
afterAll(async () => {
  execFileSync('chmod', ['-R', 'u+w', code]);
  await rm(dir, { recursive: true, force: true });
});

const isRoot = process.getuid?.() === 0;
const env = { PATH: process.env.PATH, HOME: '/nonexistent', NODE_ENV: 'production', LOG_LEVEL: 'error' };

/** As the image's own user, on its read-only code. */
function start(more: Readonly<Record<string, string>>, within: readonly string[] = []) {
  const [first = '', ...rest] = [...within, process.execPath, ...JSON.parse(command).slice(1)];
  const child = spawn(first, rest, {
    cwd: code,
    env: { ...env, PORT: '0', DATA_DIR: join(dir, 'data'), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(isRoot && within.length === 0 && { uid: 65534, gid: 65534 }),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const url = () => /(http:\S+)\/facilitator#/.exec(said)?.[1];
  return { child, said: () => said, url: until(() => url() ?? (child.exitCode === null ? undefined : said)) };
}

async function stopped(child: ChildProcess): Promise<unknown> {
  child.kill('SIGTERM');
  return child.exitCode ?? (await once(child, 'exit'))[0];
}

test('the image copies what there is, and runs it as npm start does', () => {
  expect(folders).toEqual(['src', 'dialogs', 'cards', 'catalogue']);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(JSON.parse(command).join(' ').split(' ').sort()).toEqual(scripts.start.split(' ').sort());
  const ignored = readFileSync('.dockerignore', 'utf8');
  for (const name of [...folders, 'package.json', 'package-lock.json', '.npmrc', 'LICENSE', 'CHANGELOG.md'])
    expect(ignored).toContain(`\n!${name}\n`);
});

test('with the packages of production alone, it starts as nobody on code that nobody may change, draws its page and stops', async () => {
  const { child, url, said } = start({});
  try {
    const address = await url;
    expect(address).toMatch(/^http:/);
    expect((await fetch(`${address}/c/decouverte`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await (await fetch(`${address}/`)).text())?.[1];
    expect((await fetch(`${address}${script}`)).status).toBe(200);
    const port = new URL(address).port;
    const [, ...args] = JSON.parse(health);
    const looked = (PORT: string) => spawnSync(process.execPath, args, { env: { ...env, PORT } }).status;
    expect(looked(port)).toBe(0);
    expect(looked('1')).toBe(1);
  } finally {
    expect(await stopped(child)).toBe(0);
  }
  expect(said()).not.toMatch(/EACCES|EROFS|"level":[56]0/);
}, 60_000);

// A process that is the first of its world gets no signal that it does not take.
const unshare = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child'];
const cannot = spawnSync('unshare', [...unshare.slice(1), 'true']).status !== 0;

(cannot ? test.skip : test)(
  `as process 1 it stops in order${cannot ? ' (skipped: run as root, where namespaces are allowed)' : ''}`,
  async () => {
    const { child, url } = start({ DATA_DIR: join(dir, 'first') }, unshare);
    expect(await url).toMatch(/^http:/);
    const [inner = ''] = execFileSync('pgrep', ['--parent', String(child.pid)], { encoding: 'utf8' }).split(
      '\n',
    );
    expect(readFileSync(`/proc/${inner}/status`, 'utf8')).toMatch(/^NSpid:\t\d+\t1$/m);
    process.kill(Number(inner), 'SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
  },
  60_000,
);
