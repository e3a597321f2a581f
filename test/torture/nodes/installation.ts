import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { postgresServer, type Server } from '#test/store/postgres/server.ts';
import { type Program, startProgram } from '../program.ts';
import { type Balancer, balancer, freePorts } from './balancer.ts';

export const secret = 'torture'.repeat(8);
export const facilitatorKey = 'facilitating'.repeat(4);

/** Three nodes on one PostgreSQL that waits for its disk, behind a balancer. */
export interface Installation {
  readonly server: Server;
  readonly database: string;
  /** Where people come. */
  readonly url: string;
  /** Where each node is reached by itself. */
  readonly addresses: readonly string[];
  readonly nodes: Program[];
  /** Ends a node by a signal; with what it ended. */
  end(nth: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | NodeJS.Signals>;
  /** Starts it again where it was, of this release or another's files, and waits until it says that it is ready. */
  start(nth: number, code?: string): Promise<void>;
  /** What any node complained of. */
  readonly complaints: () => readonly string[];
  remove(): Promise<void>;
}

export async function installation(): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-nodes-'));
  const server = await postgresServer({ durable: true });
  const database = await server.database();
  const ports = await freePorts(3);
  const front: Balancer = await balancer(ports);
  const addresses = ports.map((port) => `http://127.0.0.1:${port}`);
  const nodes: Program[] = [];
  const all: Program[] = [];
  const start = async (nth: number, code?: string) => {
    const settings = {
      ...{ DATABASE_URL: database, DATABASE_POOL: '8', PUBLIC_URL: front.url },
      ...{ PORT: `${ports[nth]}`, NODE_ADDRESS: addresses[nth] ?? '', LOG_LEVEL: 'warn' },
      ...{ DIRECT_LINE_SECRET: secret, FACILITATOR_KEY: facilitatorKey },
    };
    const node = await startProgram(settings, join(folder, `${nth}`), code);
    nodes[nth] = node;
    all.push(node);
    while ((await statusAt(`${addresses[nth]}/readyz`)) !== 200) await pause(20);
  };
  const end: Installation['end'] = async (nth, signal) => {
    const node = nodes[nth];
    if (node === undefined) throw new Error(`No node ${nth}`);
    process.kill(node.pid, signal);
    return node.over;
  };
  await Promise.all(ports.map((_, nth) => start(nth)));
  return {
    ...{ server, database, url: front.url, addresses, nodes, end, start },
    complaints: () =>
      all.flatMap((node) => node.log().split('\n')).filter((line) => line.includes('"request failed"')),
    async remove() {
      await Promise.all(nodes.map((node) => node.stop(true)));
      await front.stop();
      await server.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const statusAt = async (url: string): Promise<number> =>
  fetch(url).then(
    async (answer) => {
      await answer.arrayBuffer();
      return answer.status;
    },
    () => 0,
  );

/** The program's own files once more, as the next release would have them: nothing but its number is another. */
export async function nextRelease(): Promise<{ readonly code: string; remove(): Promise<void> }> {
  const code = await mkdtemp(join(tmpdir(), 'trajectoires-next-'));
  for (const part of ['src', 'catalogue', 'cards', 'dialogs'])
    await cp(part, join(code, part), { recursive: true });
  await symlink(join(process.cwd(), 'node_modules'), join(code, 'node_modules'));
  const release = JSON.parse(await readFile('package.json', 'utf8'));
  await writeFile(join(code, 'package.json'), JSON.stringify({ ...release, version: '999.0.0' }));
  return { code, remove: () => rm(code, { recursive: true, force: true }) };
}
