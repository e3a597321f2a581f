import { expect, test } from '@jest/globals';
import { readKeys } from '#src/keys.ts';
import { openDatabase } from '#store/postgres/database.ts';
import { keysInDatabase } from '#store/postgres/keys-in-database.ts';
import { migrate } from '#store/postgres/migrate.ts';
import { migrations } from '#store/postgres/migrations.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import type { StoreProblem } from '#store/problem.ts';
import { RecordUnreadable } from '#store/store.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { refusal } from '../failures.ts';
import { person } from '../people.ts';
import { all, save } from '../steps.ts';
import { onPostgres, withNodes } from './suite.ts';

onPostgres('the tables', (server) => {
  const database = async () => (await server()).database();

  test('are made once, however many nodes start together', async () => {
    const url = await database();
    await withNodes(url, async (node) => {
      const nodes = await Promise.all(Array.from({ length: 5 }, () => node()));
      const [first] = nodes;
      if (first === undefined) throw new Error('five have started');
      await save(first.store, person('ana'));
      for (const { store } of nodes) expect(await store.load('participant', 'ana')).toBeDefined();
    });
  });

  test('take one step after the other, each once, and none when one of them fails', async () => {
    const open = openDatabase(await database());
    const steps = [...migrations, ['CREATE TABLE trajectoires.next (n integer)']];
    await expect(migrate(open, [...steps, ['CREATE TABLE trajectoires.odd (']])).rejects.toThrow();
    expect(await open.query("SELECT to_regclass('trajectoires.records') AS found")).toEqual([
      { found: null },
    ]);
    await migrate(open, migrations);
    await Promise.all([migrate(open, steps), migrate(open, steps), migrate(open, steps)]);
    expect(await open.query('SELECT * FROM trajectoires.next')).toEqual([]);
    await open.close();
  });

  test('of a later release refuse the start, with the remedy, and so do its records', async () => {
    const url = await database();
    const open = openDatabase(url);
    await migrate(open, [...migrations, []]);
    expect((await refusal(openPostgres(url))).message).toContain('later release');
    const put = (made: object) =>
      open.query("UPDATE trajectoires.installation SET value = $1 WHERE name = 'tables'", [
        JSON.stringify(made),
      ]);
    await put({ steps: migrations.length, form: 99, release: '9.1.0' });
    const why = await refusal(openPostgres(url));
    expect(why.message).toContain('9.1.0');
    expect(why.remedy).toContain('release that wrote it');
    await put({ steps: migrations.length, form: 1, release: '0.1.0' });
    const { store } = await openPostgres(url);
    await store.save('consultation', newConsultation({ version: 0 }));
    await store.close();
    await open.query(
      `UPDATE trajectoires.records SET body = replace(body::text, '"title"', '"mood":"calm","title"')::json`,
    );
    const later = await refusal(openPostgres(url));
    expect(later.message).toContain('the record consultation');
    expect(later.message).not.toContain('calm');
    await open.close();
  });

  test('put into another server by a dump, they go on from there', async () => {
    const url = await database();
    await withNodes(url, async (node) => {
      const { store, database: open } = await node();
      await save(store, person('ana'));
      await open.query('UPDATE trajectoires.participants SET changed = 4000000000');
      const { store: later } = await node();
      const heard: string[] = [];
      later.watch(({ id }) => heard.push(id));
      const [before] = await all(later, 0);
      await save(store, person('ben'));
      await later.caughtUp();
      expect(heard).toEqual(['ben']);
      expect((await all(later, before?.cursor ?? 0)).map(({ id }) => id)).toEqual(['ben']);
    });
  });

  test('keep any text, and the order in which things were said', async () => {
    await withNodes(await database(), async (node) => {
      const { store } = await node();
      const odd = person('ana', 'null \u0000, half a pair \ud83d, \uffff, "quoted" \\u0000');
      const ballots = { z: 'skipped', 'a-longer-one': 'skipped', b: 'skipped' } as const;
      await save(store, { ...odd, ballots });
      const ana = await store.load('participant', 'ana');
      expect(ana).toEqual({ ...odd, ballots, version: 1 });
      expect(Object.keys(ana?.ballots ?? {})).toEqual(Object.keys(ballots));
    });
  });

  test('of an earlier form are read in that of now; what cannot be read is told of once, and stays', async () => {
    await withNodes(await database(), async (node) => {
      const problems: StoreProblem[] = [];
      const { store, database: open } = await node({ onProblem: (problem) => problems.push(problem) });
      for (const id of ['ana', 'ben', 'cleo', 'dora']) await save(store, person(id, `words of ${id}`));
      const rewrite = (id: string, from: string, to: string) =>
        open.query(
          'UPDATE trajectoires.participants SET body = replace(body::text, $2, $3)::json WHERE id = $1',
          [id, from, to],
        );
      await rewrite('ana', '"traces":[]', '"traces":[{"kind":"whereabouts","id":"x"}]');
      await rewrite('ben', '"schema":1', '"schema":2');
      await rewrite('cleo', '"seed":1', '"seed":"x"');
      expect((await store.load('participant', 'ana'))?.traces).toEqual([
        { kind: 'last-consultation', id: 'x' },
      ]);
      for (const id of ['ben', 'cleo', 'ben']) {
        await expect(store.load('participant', id)).rejects.toBeInstanceOf(RecordUnreadable);
        await expect(store.save('participant', person(id))).rejects.toBeInstanceOf(RecordUnreadable);
      }
      expect((await all(store, 0)).map(({ id }) => id)).toEqual(['ana', 'dora']);
      expect(problems).toMatchObject([{ about: 'later-document' }, { about: 'unreadable-document' }]);
      expect(JSON.stringify(problems)).not.toContain('words of');
      expect(store.doubtful('participant')).toEqual(['ben', 'cleo']);
      expect(await store.eraseLeftovers()).toBe(2);
      await rewrite('ben', '"schema":2', '"schema":1');
      await store.erase('participant', 'cleo');
      expect(await store.eraseLeftovers()).toBe(0);
      expect((await all(store, 0)).map(({ id }) => id)).toEqual(['ana', 'dora', 'ben'].toSorted());
    });
  });

  test('hold no former state of what was erased, forgotten or left over', async () => {
    await withNodes(await database(), async (node) => {
      const { store, database: open } = await node();
      const places = async () => {
        const found = await open.query<{ n: string }>(
          `SELECT count(*) AS n FROM (SELECT relid::regclass AS name FROM pg_partition_tree('trajectoires.participants')
             WHERE isleaf UNION SELECT 'trajectoires.records'::regclass) AS tables,
             generate_series(0, pg_relation_size(name) / 8192 - 1) AS page,
             heap_page_items(get_raw_page(name::text, page)) WHERE t_xmax <> 0 OR lp_flags = 1 AND t_xmin IS NULL`,
        );
        return Number(found[0]?.n);
      };
      await open.query('CREATE EXTENSION pageinspect');
      const ana = await save(store, person('ana', 'words of ana'));
      await save(store, { ...ana, tries: 1 });
      expect(await places()).toBe(1);
      await store.erase('participant', 'ana');
      expect(await places()).toBe(0);
      const post = await save(store, person('ben'));
      await store.forget('participant', post.id, (one) => ({ ...one, answers: {} }));
      expect(await places()).toBe(0);
      const cleo = await save(store, person('cleo'));
      await save(store, { ...cleo, tries: 1 });
      await store.eraseLeftovers();
      expect(await places()).toBe(0);
    });
  });

  test('hold the keys, made once for all nodes; given ones come first, and lost ones stop the start', async () => {
    const url = await database();
    await withNodes(url, async (node) => {
      const nodes = await Promise.all([node(), node(), node()]);
      const read = await Promise.all(
        nodes.map(({ store, database }) => readKeys(keysInDatabase(database), {}, () => store.isEmpty())),
      );
      expect(new Set(read.map((one) => JSON.stringify(one))).size).toBe(1);
      const [{ store, database } = await node()] = nodes;
      const facilitatorKey = 'given'.repeat(8);
      const given = await readKeys(keysInDatabase(database), { facilitatorKey }, () => store.isEmpty());
      expect(given).toMatchObject({ keys: { facilitatorKey } });
      await save(store, person('ana'));
      await database.query("DELETE FROM trajectoires.installation WHERE name = 'keys'");
      const lost = await readKeys(keysInDatabase(database), {}, () => store.isEmpty());
      expect(lost).toMatchObject({
        problem: {
          message: expect.stringContaining('is missing'),
          remedy: expect.stringMatching(/dump.*NEW_KEYS/),
        },
      });
    });
  });
});
