/**
 * `npm run bench -- start`: how long a node on PostgreSQL takes to be ready with `PEOPLE` (20,000) stored: the first start after they came,
 * and those that follow (`STARTS`, 3 in all). Milliseconds from the start of the process, and of a processor; the server's own processes
 * are not counted.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#store/postgres/database.ts';
import { postgresServer } from '../store/postgres/server.ts';
import { startMeasured } from './measured.ts';
import { ready, secret } from './memory/checkout.ts';
import { playedBy, storePeople } from './memory/stored.ts';

const people = Number(process.env.PEOPLE ?? 20_000);
const starts = Number(process.env.STARTS ?? 3);
const folder = await mkdtemp(join(tmpdir(), 'trajectoires-bench-'));
const server = await postgresServer({ durable: true });

try {
  const home = join(folder, 'home');
  await mkdir(home);
  await storePeople(home, await playedBy('.', home, 12), people);
  const url = await server.database();
  const move = ['--disable-warning=ExperimentalWarning', 'src/tools/move.ts', '--from', home, '--to', url];
  execFileSync(process.execPath, move, { stdio: ['ignore', 'ignore', 'inherit'] });
  const rows = [];
  for (let nth = 1; nth <= starts; nth++) rows.push({ people, start: nth, ...(await started(url)) });
  console.table(rows);
  console.table(await sizes(url));
} finally {
  await server.remove();
  await rm(folder, { recursive: true, force: true });
}

async function started(url: string) {
  const command = ['--disable-warning=ExperimentalWarning', 'src/start.js'];
  const env = { PORT: '0', DATABASE_URL: url, LOG_LEVEL: 'warn', DIRECT_LINE_SECRET: secret };
  const child = await startMeasured(command, { ...env, DATA_DIR: join(folder, 'node') });
  const readyMs = await ready(child);
  const cpuMs = child.cpuMs();
  const atReady = child.residentMiB();
  await child.stop();
  return {
    'listening ms': Math.round(child.listeningMs),
    'ready ms': Math.round(readyMs),
    'CPU to ready ms': cpuMs,
    'MiB when ready': Math.round(atReady),
  };
}

/** Of a person on average, in bytes: as text, and as the database packs it. */
async function sizes(url: string) {
  const database = openDatabase(url);
  const [body, digest] = ['body::text', 'digest'].map((one) => `round(avg(octet_length(${one})))::int`);
  const packed = (one: string) => `round(avg(pg_column_size(${one})))::int`;
  const rows = await database.query(
    `SELECT ${body} AS document, ${packed('body')} AS "document, packed", ${digest} AS derived,
       ${packed('digest')} AS "derived, packed" FROM trajectoires.participants`,
  );
  await database.close();
  return rows;
}
