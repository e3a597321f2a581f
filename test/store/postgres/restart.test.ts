import { expect, test } from '@jest/globals';
import { presentCursor } from '#store/postgres/news.ts';
import { person } from '../people.ts';
import { onPostgres, withNodes } from './suite.ts';

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
