import { expect, test } from '@jest/globals';
import { presentCursor } from '#store/postgres/news.ts';
import { until } from '#test/http/teams/until.ts';
import { person } from '../people.ts';
import { onPostgres, withNodes } from './suite.ts';

/** Twenty transactions that leave nothing behind, each with a number. */
const drawNumbers = 'DO $$ BEGIN FOR n IN 1..20 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$';

onPostgres('numbers that a server gives again', (server) => {
  test('a change is told that bears the number of a transaction which left nothing behind', async () => {
    const url = await (await server()).database();
    await withNodes(url, async (node) => {
      const [one, two] = [await node(), await node()];
      const heard: string[] = [];
      two.store.watch(({ id }) => void heard.push(id));
      await one.store.save('participant', person('ana'));
      await two.store.caughtUp();
      // Numbers that are given and used for nothing: a server that dies forgets that it gave them.
      for (let n = 0; n < 20; n++) await one.database.query('SELECT pg_current_xact_id()');
      await two.store.caughtUp();
      await one.store.save('participant', person('ben'));
      // As if it had died before: what is written then bears one of those.
      await one.database.query(
        "UPDATE trajectoires.participants SET changed = changed - 10 WHERE id = 'ben' AND pg_current_xact_id() IS NOT NULL",
      );
      await two.store.caughtUp();
      expect(heard).toEqual(['ana', 'ben']);
    });
  });

  test('a server that dies gives numbers again, and what then bears one of them is told', async () => {
    const { database, kill, start } = await server();
    await withNodes(await database(), async (node) => {
      const [one, two] = [await node(), await node()];
      const heard: string[] = [];
      two.store.watch(({ id }) => void heard.push(id));
      await one.store.save('participant', person('ana'));
      await two.store.caughtUp();
      // Lets the server forget them: what nothing waits for is written to the disk later.
      await one.database.query("ALTER SYSTEM SET wal_writer_delay = '10s'");
      await one.database.query('SELECT pg_reload_conf()');
      await one.database.query(drawNumbers);
      await two.store.caughtUp();
      await kill();
      await start();
      await until(async () => (await one.store.trouble()) === undefined);
      await one.store.save('participant', person('ben'));
      await until(() =>
        two.store.caughtUp().then(
          () => true,
          () => false,
        ),
      );
      expect(heard).toEqual(['ana', 'ben']);
    });
  }, 60_000);

  test('whoever begins now begins right after the last change, whatever numbers were given since', async () => {
    const url = await (await server()).database();
    await withNodes(url, async (node) => {
      const { store, database } = await node();
      await store.save('participant', person('ana'));
      const before = await presentCursor(database.query);
      for (let n = 0; n < 5; n++) await database.query('SELECT pg_current_xact_id()');
      expect(await presentCursor(database.query)).toBe(before);
    });
  });
});
