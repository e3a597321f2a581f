import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type RecordKind, records } from '#domain/records/records.ts';
import { readKeys } from '#src/keys.ts';
import { keysInFolder } from '#store/files/key-file.ts';
import { openStore } from '#store/files/open.ts';
import { keep } from '#store/postgres/installation.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';

const { TEST_DATABASE_URL: server } = process.env;
const databases = new Map<string, Promise<string>>();

/**
 * With `TEST_DATABASE_URL`, the program keeps in a database of that server what it would keep in a data folder: one a folder, made when it
 * is first started on it, with all that a test had put there.
 */
export async function databaseSettings(dataDir: string): Promise<Readonly<Record<string, string>>> {
  if (server === undefined) return {};
  const url = databases.get(dataDir) ?? filled(dataDir, server);
  databases.set(dataDir, url);
  return { DATABASE_URL: await url };
}

async function filled(dataDir: string, address: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client(address);
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(address);
  url.pathname = name;
  await pour(dataDir, url.href);
  return url.href;
}

/** Puts what a data folder holds into an empty database. */
async function pour(dataDir: string, url: string): Promise<void> {
  const [from, { store, database }] = await Promise.all([openStore(dataDir), openPostgres(url)]);
  const read = await readKeys(keysInFolder(dataDir), {}, async () => true);
  if ('problem' in read) throw new Error(read.problem.message);
  await keep(database.query, 'keys', read.keys);
  for (const kind of Object.keys(records) as RecordKind[])
    for await (const { id, record } of from.changes(kind, 0)) {
      if (record === undefined) continue;
      const saved = await store.save(kind, { ...record, version: 0 });
      if (saved.outcome === 'conflict') throw new Error(`${kind} ${id} is there twice`);
    }
  await Promise.all([from.close(), store.close()]);
}
