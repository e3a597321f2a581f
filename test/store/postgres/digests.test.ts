import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openDatabase } from '#store/postgres/database.ts';
import { migrate } from '#store/postgres/migrate.ts';
import { migrations } from '#store/postgres/migrations.ts';
import type { Database } from '#store/postgres/open-postgres.ts';
import { keeping, taken } from '../digest-contract.ts';
import { person } from '../people.ts';
import { save } from '../steps.ts';
import { onPostgres, withNodes } from './suite.ts';

onPostgres('what is derived of people, in their rows', (server) => {
  const database = async () => (await server()).database();
  const written = ({ query }: Database) =>
    query<{ id: string; digest: string | null }>(
      'SELECT id, digest FROM trajectoires.participants ORDER BY id',
    );
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await pause(10);
  };

  test('is written a while after a change, by the node that made it, and emptied by the next one', async () => {
    await withNodes(await database(), async (node) => {
      const [one, other] = [await node({ digestsEvery: 20 }), await node({ digestsEvery: 20 })];
      for (const { store } of [one, other]) await keeping(store);
      await save(one.store, person('ana'));
      await save(other.store, person('ben'));
      await until(async () => (await written(one.database)).every(({ digest }) => digest !== null));
      expect((await written(one.database)).map(({ digest }) => digest)).toEqual(['ana 1', 'ben 1']);
      const late = await node({ digestsEvery: 1e6 });
      expect((await taken(late.store)).known).toEqual(['ana', 'ben']);
      await keeping(late.store);
      await save(late.store, { ...person('ana', 'other words'), version: 1 });
      expect((await written(late.database))[0]).toEqual({ id: 'ana', digest: null });
      expect((await taken(other.store)).known).toEqual(['ben']);
    });
  });

  test('counts for nothing where a node of an earlier release saved, or somebody began again', async () => {
    const url = await database();
    await withNodes(url, async (node) => {
      const { store } = await node();
      await keeping(store);
      for (const id of ['ana', 'ben', 'cleo']) await save(store, person(id));
      await store.close();
    });
    await withNodes(url, async (node) => {
      const { store, database: open } = await node();
      const [saved] = await open.query<{ changed: string }>(
        `UPDATE trajectoires.participants SET version = 2, changed = pg_current_xact_id()::text::bigint
         WHERE id = 'ana' RETURNING changed`,
      );
      expect(saved).toBeDefined();
      await store.erase('participant', 'ben');
      await save(store, person('ben', 'anew'));
      expect((await taken(store)).given).toEqual(['cleo 1']);
    });
  });

  test('is of nobody whom another node changed meanwhile', async () => {
    await withNodes(await database(), async (node) => {
      const [one, other] = [await node({ digestsEvery: 1e6 }), await node({ digestsEvery: 1e6 })];
      await keeping(one.store);
      await save(one.store, person('ana'));
      await save(one.store, person('ben'));
      // The first node has not heard of it as it writes.
      await save(other.store, { ...person('ana'), version: 1, tries: 1 });
      await one.store.digests.read('of this test', () => true);
      await one.store.close();
      expect((await taken(other.store)).given).toEqual(['ben 1']);
    });
  });

  test('has its place in tables of before, where nobody is lost and everybody is read once', async () => {
    const url = await database();
    const open = openDatabase(url);
    await migrate(open, migrations.slice(0, 2));
    await open.query(
      `INSERT INTO trajectoires.participants (consultation, id, version, changed, writer, body)
       VALUES ('decouverte', 'ana', 3, pg_current_xact_id()::text::bigint, gen_random_uuid(), $1)`,
      [JSON.stringify({ ...person('ana'), version: 3 })],
    );
    await open.close();
    await withNodes(url, async (node) => {
      const { store } = await node();
      expect((await taken(store)).given).toEqual([]);
      await keeping(store);
      await store.close();
    });
    await withNodes(url, async (node) => {
      const { store } = await node();
      expect(await store.load('participant', 'ana')).toMatchObject({ version: 3 });
      expect((await taken(store)).given).toEqual(['ana 3']);
    });
  });

  test('of many is read and written in lots', async () => {
    const url = await database();
    const ids = Array.from({ length: 1_203 }, (_, i) => `person-${i}`).toSorted();
    await withNodes(url, async (node) => {
      const { store } = await node();
      await store.put(
        'participant',
        ids.map((id) => ({ ...person(id), version: 1 })),
      );
      expect((await taken(store)).given).toEqual([]);
      await keeping(store);
      await store.close();
    });
    await withNodes(url, async (node) => {
      const { store } = await node();
      const { known } = await taken(store);
      expect(known).toEqual(ids);
      const rest: string[] = [];
      for await (const { id } of store.changes('participant', 0, new Set(known.slice(3)))) rest.push(id);
      expect(rest.toSorted()).toEqual(ids.slice(0, 3));
    });
  });
});
