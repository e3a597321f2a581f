import { expect, test } from '@jest/globals';
import pg from 'pg';
import { person } from '../people.ts';
import { onPostgres, withNodes } from './suite.ts';

onPostgres('what is saved by what another record was', (server) => {
  test('waits for a change of it that is on its way, and then is not saved', async () => {
    const url = await (await server()).database();
    await withNodes(url, async (node) => {
      const { store } = await node();
      await store.save('link', { schema: 1, id: 'l', version: 0, participant: 'ana' });
      const other = new pg.Client(url);
      await other.connect();
      try {
        await other.query('BEGIN');
        await other.query("UPDATE trajectoires.records SET version = 2 WHERE kind = 'link' AND id = 'l'");
        let outcome: string | undefined;
        const beside = { kind: 'link', id: 'l', version: 1 } as const;
        const saving = store.save('participant', person('ana'), beside).then((saved) => {
          outcome = saved.outcome;
        });
        while ((await waiting(other)) === 0);
        expect(outcome).toBeUndefined();
        await other.query('COMMIT');
        await saving;
        expect(outcome).toBe('conflict');
        expect(await store.load('participant', 'ana')).toBeUndefined();
      } finally {
        await other.end();
      }
    });
  });

  test('keeps whoever changes it waiting until it is saved', async () => {
    const url = await (await server()).database();
    await withNodes(url, async (node) => {
      const { database, store } = await node();
      await store.save('link', { schema: 1, id: 'l', version: 0, participant: 'ana' });
      const begun = Promise.withResolvers<void>();
      const end = Promise.withResolvers<void>();
      const saving = database.transaction(async (query) => {
        await query("SELECT id FROM trajectoires.records WHERE kind = 'link' AND id = 'l' FOR SHARE");
        begun.resolve();
        await end.promise;
      });
      await begun.promise;
      let isChanged = false;
      const changing = store.save('link', { schema: 1, id: 'l', version: 1, participant: 'ben' }).then(() => {
        isChanged = true;
      });
      const other = new pg.Client(url);
      await other.connect();
      while ((await waiting(other)) === 0);
      expect(isChanged).toBe(false);
      end.resolve();
      await Promise.all([saving, changing]);
      await other.end();
    });
  });
});

/** How many sessions wait for a lock of another one. */
async function waiting(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
  );
  return rows[0].n;
}
