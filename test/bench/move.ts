/**
 * `npm run bench -- move`: an installation of `PEOPLE` (20,000) moved from files into a PostgreSQL that waits for the disk, and back.
 * Seconds by the clock, and the most memory that the command took (Linux, proc(5): VmHWM).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresServer } from '../store/postgres/server.ts';
import { playedBy, storePeople } from './memory/stored.ts';

const people = Number(process.env.PEOPLE ?? 20_000);
const folder = await mkdtemp(join(tmpdir(), 'trajectoires-bench-'));
const server = await postgresServer({ durable: true });

try {
  const [home, back] = [join(folder, 'home'), join(folder, 'back')];
  await mkdir(home);
  await storePeople(home, await playedBy('.', home, 12), people);
  const url = await server.database();
  await move('files to PostgreSQL', home, url);
  await move('PostgreSQL to files', url, back);
} finally {
  await server.remove();
  await rm(folder, { recursive: true, force: true });
}

async function move(what: string, from: string, to: string): Promise<void> {
  const began = performance.now();
  const command = ['--disable-warning=ExperimentalWarning', 'src/tools/move.ts', '--from', from, '--to', to];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
  let [said, most] = ['', 0];
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const looking = setInterval(() => {
    most = Math.max(most, peakMiB(child.pid));
  }, 100);
  const [code] = await once(child, 'close');
  clearInterval(looking);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const table = said.split('\n\n').find((part) => part.startsWith('kind'));
  console.log(`${table}\n${what}, ${people} people: ${seconds} s, ${most} MiB at most, exit ${code}\n`);
}

function peakMiB(pid: number | undefined): number {
  try {
    const [, kib] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kib ?? 0) / 1024);
  } catch {
    return 0;
  }
}
