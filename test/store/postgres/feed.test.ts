import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import type { Change, Store } from '#store/store.ts';
import { until } from '#test/http/teams/until.ts';
import { person } from '../people.ts';
import { all, save } from '../steps.ts';
import { onPostgres, withNodes } from './suite.ts';
import { wireTo } from './wire.ts';

/** What a node is told of, as it is told. */
function heardBy(store: Store): string[] {
  const heard: string[] = [];
  store.watch((change) => heard.push(said(change)));
  return heard;
}

const said = ({ id, record }: Change) => `${id} ${record?.version ?? 'gone'}`;

/** A transaction of some other node, as it goes on. */
async function stranger(url: string) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('BEGIN');
  const [writer, now] = [randomUUID(), 'pg_current_xact_id()::text::bigint'];
  return {
    put: (id: string) =>
      client.query(
        `INSERT INTO trajectoires.participants (consultation, id, version, changed, writer, body)
         VALUES ($1, $2, 1, ${now}, $3, $4)`,
        ['decouverte', id, writer, JSON.stringify({ ...person(id), version: 1 })],
      ),
    async end(how: 'COMMIT' | 'ROLLBACK') {
      await client.query(how);
      await client.end();
    },
  };
}

onPostgres('the change feed', (server) => {
  const database = async () => (await server()).database();

  test('what began first and is committed last is told of, each once, and by cursors too', async () => {
    const url = await database();
    await withNodes(url, async (node) => {
      const { store } = await node();
      const heard = heardBy(store);
      const [early, late] = [await stranger(url), await stranger(url)];
      await early.put('early');
      await late.put('late');
      await late.end('COMMIT');
      await store.caughtUp();
      expect(heard).toEqual(['late 1']);
      const seen = await all(store, 0);
      expect(seen.map(({ id }) => id)).toEqual(['late']);
      await early.end('COMMIT');
      await store.caughtUp();
      await store.caughtUp();
      expect(heard).toEqual(['late 1', 'early 1']);
      const since = await all(store, seen.at(-1)?.cursor ?? 0);
      expect(since.map(({ id }) => id)).toContain('early');
    });
  });

  test('nobody is held up by a long transaction of somebody else, and what is taken back is not told', async () => {
    const url = await database();
    await withNodes(url, async (node) => {
      const [one, other] = [(await node()).store, (await node()).store];
      const heard = heardBy(other);
      const long = await stranger(url);
      await long.put('long');
      for (const id of ['ana', 'ben']) await save(one, person(id));
      await other.caughtUp();
      await other.caughtUp();
      expect(heard).toEqual(['ana 1', 'ben 1']);
      await long.end('ROLLBACK');
      await other.caughtUp();
      expect(heard).toEqual(['ana 1', 'ben 1']);
    });
  });

  test('a node hears of the others by itself, of erasures too, and of its own changes once', async () => {
    await withNodes(await database(), async (node) => {
      const [one, other] = [(await node()).store, (await node()).store];
      const [heard, own] = [heardBy(other), heardBy(one)];
      const ana = await save(one, person('ana'));
      await save(one, { ...ana, tries: 1 });
      await save(other, person('ben'));
      await one.eraseMany('participant', ['ana', 'nobody']);
      await until(() => heard.includes('ana gone') && own.includes('ben 1'));
      await Promise.all([one.caughtUp(), other.caughtUp()]);
      expect(own.filter((one) => one.startsWith('ana'))).toEqual(['ana 1', 'ana 2', 'ana gone']);
      for (const word of heard) expect(heard.filter((each) => each === word)).toEqual([word]);
      expect(heard.at(-1)).toBe('ana gone');
    });
  });

  test('of a record that all nodes change at once, none is told an older state after a newer one', async () => {
    await withNodes(await database(), async (node) => {
      const nodes = [(await node()).store, (await node()).store, (await node()).store];
      const heard = nodes.map(() => [0]);
      for (const [i, store] of nodes.entries())
        store.watch(({ record }) => heard[i]?.push(record?.version ?? 0));
      await save(nodes[0] as Store, person('ana'));
      await Promise.all(
        nodes.map(async (store) => {
          for (let n = 0; n < 15; n += 1)
            await store.update('participant', 'ana', (one) => one && { ...one, tries: one.tries + 1 });
        }),
      );
      await Promise.all(nodes.map((store) => store.caughtUp()));
      for (const its of heard) {
        expect(its).toEqual(its.toSorted((a, b) => a - b));
        expect(its.at(-1)).toBe(46);
      }
      expect((await nodes[0]?.load('participant', 'ana'))?.tries).toBe(45);
    });
  });

  test('what another node made of a record waits until this one has told of its own change before', async () => {
    const { database: make, dir } = await server();
    const url = await make();
    const wire = await wireTo(url, dir);
    await withNodes(url, async (node) => {
      const { store: other } = await node();
      await withNodes(wire.url, async (afar) => {
        const { store } = await afar();
        const heard = heardBy(store);
        const ana = await save(store, person('ana'));
        const letThrough = wire.holdAnswerTo('held back');
        const saving = save(store, { ...ana, ...person('ana', 'held back'), version: 1 });
        const second = await until(async () => {
          const one = await other.load('participant', 'ana');
          return one?.version === 2 && one;
        });
        await save(other, { ...second, tries: 1 });
        await save(other, person('ben'));
        await until(() => heard.includes('ben 1'));
        letThrough();
        await saving;
        await store.caughtUp();
        expect(heard.filter((one) => one.startsWith('ana'))).toEqual(['ana 1', 'ana 2', 'ana 3']);
      });
    }).finally(() => wire.close());
  });

  test('a notification that was lost loses nothing', async () => {
    const url = await database();
    await withNodes(url, async (node) => {
      const [one, other] = [(await node()).store, await node()];
      const heard = heardBy(other.store);
      const words: (string | undefined)[] = [];
      other.database.listen('jobs', (word) => words.push(word));
      await until(() => words.length > 0);
      await other.database.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'",
      );
      await save(one, person('ana'));
      await until(() => heard.includes('ana 1'));
      // It listens again, and says that something may have been missed.
      await until(() => words.length > 1);
      expect(words).toEqual([undefined, undefined]);
      await other.database.notify('jobs', 'look');
      await until(() => words.includes('look'));
    });
  });

  test('whoever begins again is there, whichever transaction bears the greater number', async () => {
    const url = await database();
    await withNodes(url, async (node) => {
      const { store, database: open } = await node();
      await save(store, person('ana'));
      const again = await stranger(url);
      // Its number is drawn before the erasure's, and its row comes after it.
      await again.put('ben');
      await store.erase('participant', 'ana');
      await again.put('ana');
      await again.end('COMMIT');
      const heard = heardBy(store);
      await store.caughtUp();
      expect(heard).toContain('ana 1');
      expect(heard).not.toContain('ana gone');
      expect((await all(store, 1)).find(({ id }) => id === 'ana')?.record).toBeDefined();
      await open.query("UPDATE trajectoires.erased SET at = now() - interval '8 days'");
      await (await node()).store.caughtUp();
      expect(await open.query('SELECT id FROM trajectoires.erased')).toEqual([]);
    });
  });
});
