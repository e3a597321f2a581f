import { generateKeySync } from 'node:crypto';
import { afterAll, expect, test } from '@jest/globals';
import { type Database, openDatabase } from '#store/postgres/database.ts';
import { migrate } from '#store/postgres/migrate.ts';
import { createPostgresMemory } from '#store/postgres/shared/postgres-memory.ts';
import { sharedMemoryContract } from '#test/store/shared/contract.ts';
import { onPostgres } from '../suite.ts';

onPostgres('memory that nodes share', (server) => {
  const key = generateKeySync('hmac', { length: 256 });
  const open: { close(): unknown }[] = [];
  afterAll(async () => {
    for (const one of open.reverse()) await one.close();
  });

  async function two() {
    const url = await (await server()).database();
    const databases = [openDatabase(url), openDatabase(url)] as const;
    await migrate(databases[0]);
    const [memory, other] = databases.map((database) => createPostgresMemory({ database, key })) as [
      ReturnType<typeof createPostgresMemory>,
      ReturnType<typeof createPostgresMemory>,
    ];
    open.push(...databases, memory, other);
    return { memory, other, database: databases[0] };
  }

  /** Moves all ends, in the place of the clock of the server. */
  const later = (database: Database) => async (ms: number) => {
    await database.query("UPDATE trajectoires.held SET until = until - $1 * interval '1 millisecond'", [ms]);
  };

  sharedMemoryContract('in PostgreSQL', async () => {
    const { database, ...both } = await two();
    return { ...both, later: later(database) };
  });

  test('whoever reads the table learns neither names nor texts', async () => {
    const { memory, database } = await two();
    await memory.change('visitor', 'conversation-of-lise', 60_000, () => 'lise@example.org');
    const rows = JSON.stringify(await database.query('SELECT * FROM trajectoires.held'));
    expect(rows).not.toContain('lise');
    expect(await memory.read('visitor', 'conversation-of-lise')).toBe('lise@example.org');
  });

  test('of a crowd that changes the same at once on two nodes, nobody is refused and each counts once', async () => {
    const { memory, other } = await two();
    const counted = await Promise.all(
      Array.from({ length: 600 }, (_, nth) =>
        (nth % 2 === 0 ? memory : other).change('rate', 'room', 60_000, (n = '0') => `${Number(n) + 1}`),
      ),
    );
    expect(new Set(counted).size).toBe(600);
    expect(await memory.read('rate', 'room')).toBe('600');
  });

  test('what a node did exclusively is free again once it died', async () => {
    const { memory, other, database } = await two();
    const began = Promise.withResolvers<void>();
    // As if its process ended there: it never says again that it works.
    void memory.exclusively('start', async () => {
      began.resolve();
      await new Promise(() => {});
    });
    await began.promise;
    memory.close();
    let isDone = false;
    const done = other.exclusively('start', async () => {
      isDone = true;
    });
    expect(isDone).toBe(false);
    await later(database)(15_001);
    await done;
  });
});
