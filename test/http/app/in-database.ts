import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { type RecordKind, records } from '#domain/records/records.ts';
import { readKeys } from '#src/keys.ts';
import { keysInFolder } from '#store/files/key-file.ts';
import { openStore } from '#store/files/open.ts';
import { keep } from '#store/postgres/installation.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import type { Store } from '#store/store.ts';

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

/** The store in which a program that was started on a folder keeps what it keeps, while none runs. */
export async function storeOf(dataDir: string): Promise<Store> {
  const { DATABASE_URL } = await databaseSettings(dataDir);
  return DATABASE_URL === undefined ? openStore(dataDir) : (await openPostgres(DATABASE_URL)).store;
}

/** The rows in which one of these texts stands, where a folder stands for a database. */
export async function rowsNaming(dataDir: string, texts: readonly string[]): Promise<string[]> {
  if (!databases.has(dataDir)) return [];
  const { DATABASE_URL } = await databaseSettings(dataDir);
  const client = new pg.Client(DATABASE_URL);
  await client.connect();
  const { rows } = await client.query(
    `SELECT kind || ' ' || id AS name FROM (SELECT 'participant' AS kind, id, body::text FROM trajectoires.participants
       UNION ALL SELECT kind, id, body::text FROM trajectoires.records) AS everything
     WHERE EXISTS (SELECT FROM unnest($1::text[]) AS one WHERE strpos(id || body, one) > 0)`,
    [texts],
  );
  await client.end();
  return rows.map(({ name }) => name);
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
  // What a test looks for in the folder afterwards is not what it put there itself.
  for (const name of await readdir(dataDir))
    if (name !== 'keys.json') await rm(join(dataDir, name), { recursive: true });
  return url.href;
}

/** Puts what a data folder holds into an empty database. */
async function pour(dataDir: string, url: string): Promise<void> {
  const [from, { store, database }] = await Promise.all([openStore(dataDir), openPostgres(url)]);
  const read = await readKeys(keysInFolder(dataDir), {}, async () => true);
  if ('problem' in read) throw new Error(read.problem.message);
  await keep(database.query, 'keys', read.keys);
  for (const kind of Object.keys(records) as RecordKind[])
    for await (const { record } of from.changes(kind, 0))
      if (record !== undefined) await store.put(kind, [record]);
  await Promise.all([from.close(), store.close()]);
}
