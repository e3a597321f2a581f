import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { RecordKind, Records } from '#domain/records/records.ts';
import { readKeys } from '#src/keys.ts';
import { databaseSide } from '#src/tools/move/database-side.ts';
import { differences, table } from '#src/tools/move/report.ts';
import type { FillableStore, Filling, Side } from '#src/tools/move/side.ts';
import { placeIn } from '#store/files/documents/name.ts';
import { openDatabase } from '#store/postgres/database.ts';
import { keysInDatabase } from '#store/postgres/keys-in-database.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import { running } from '#test/http/app/running.ts';
import { refusal } from '#test/store/failures.ts';
import { documentOf, withFolder } from '#test/store/folders.ts';
import { person } from '#test/store/people.ts';
import { onPostgres } from '#test/store/postgres/suite.ts';
import { save } from '#test/store/steps.ts';
import { files, moved, town } from './moving.ts';

/** A side on which something else happens once the move into it has begun. */
const withTarget = (side: Side, change: (filling: Filling) => Promise<Filling>): Side => ({
  ...side,
  async openTarget(source) {
    const target = await side.openTarget(source);
    return { ...target, begin: async () => change(await target.begin()) };
  },
});

onPostgres('a move is refused, or begun again', (server) => {
  const database = async () => (await server()).database();

  test('not into what holds something, nor into the unfinished move of another', async () => {
    await withFolder(async (dir) => {
      const home = await town(join(dir, 'home'), 2);
      const other = await town(join(dir, 'other'), 2);
      const url = await database();
      const { store, database: open } = await openPostgres(url);
      await save(store, person('ana'));
      expect((await refusal(moved(files(home), databaseSide(url)))).message).toContain('(records)');
      await store.erase('participant', 'ana');
      await readKeys(keysInDatabase(open), {}, async () => true);
      expect((await refusal(moved(files(home), databaseSide(url)))).message).toContain('(keys)');
      await open.query("UPDATE trajectoires.installation SET name = 'move', value = $1 WHERE name = 'keys'", [
        JSON.stringify({ source: 'another' }),
      ]);
      expect((await refusal(moved(files(home), databaseSide(url)))).message).toContain(
        'another installation',
      );
      await store.close();

      const full = await database();
      expect(await moved(files(home), databaseSide(full))).toMatchObject({ isDone: true });
      expect((await refusal(moved(databaseSide(full), files(other)))).message).toContain('already');
      expect((await refusal(moved(databaseSide(full), files(join(other, 'keys.json'))))).message).toContain(
        'cannot be used (ENOTDIR',
      );
      await mkdir(join(dir, 'odd'));
      await writeFile(join(dir, 'odd', 'move.json'), '{"source":"another"}');
      expect((await refusal(moved(databaseSide(full), files(join(dir, 'odd'))))).message).toContain(
        'another installation',
      );
    });
  });

  test('not while a program runs on either side', async () => {
    await withFolder(async (dir) => {
      const home = join(dir, 'home');
      const url = await database();
      const program = await running(home, { FACILITATOR_KEY: 'given'.repeat(8) });
      await expect(moved(files(home), databaseSide(url))).rejects.toMatchObject({
        name: 'StoreLocked',
        remedy: expect.any(String),
      });
      await program.stop();
      const node = await running(join(dir, 'beside'), {
        DATABASE_URL: url,
        FACILITATOR_KEY: 'given'.repeat(8),
      });
      for (const move of [
        moved(databaseSide(url), files(join(dir, 'new'))),
        moved(files(home), databaseSide(url)),
      ])
        expect((await refusal(move)).message).toMatch(/is running on .*http:/);
      await node.stop();
      expect(await moved(databaseSide(url), files(join(dir, 'new')))).toMatchObject({ isDone: true });
    });
  }, 60_000);

  test('not while something would stay behind', async () => {
    await withFolder(async (dir) => {
      const home = await town(join(dir, 'home'), 3);
      const url = await database();
      const why = async () => (await refusal(moved(files(home), databaseSide(url)))).message;
      await writeFile(join(home, 'restore.json'), JSON.stringify(plan));
      expect(await why()).toContain('backup is to be put');
      await rm(join(home, 'restore.json'));
      await writeFile(join(home, 'owed-erasures.json'), '{"owed":[["participant","gone"]]}');
      // What no backup can erase: a folder where a document should be.
      await mkdir(placeIn(join(home, 'backups', '2026-11-28T02-00-00-000Z', 'participant'), 'gone'), {
        recursive: true,
      });
      expect(await why()).toContain('owed-erasures.json');
      await rm(join(home, 'backups'), { recursive: true });
      const document = await documentOf(home, 'p1');
      await writeFile(document, 'no document');
      expect(await why()).toMatch(/cannot be read:\nThe document .*p1\.json is damaged/);
      expect(await why()).toContain('quarantine');
      const open = openDatabase(url);
      expect(await open.query('SELECT FROM trajectoires.installation WHERE name = $1', ['move'])).toEqual([]);
      await open.close();
      await rm(join(home, 'quarantine'), { recursive: true });
      expect(await moved(files(home), databaseSide(url))).toMatchObject({ isDone: true });
      const harmed = openDatabase(url);
      await harmed.query(
        `UPDATE trajectoires.participants SET body = replace(body::text, '"seed":1', '"seed":"x"')::json WHERE id = 'p2'`,
      );
      await harmed.close();
      expect((await refusal(moved(databaseSide(url), files(join(dir, 'new'))))).message).toContain('p2');
      expect(await readdir(dir)).not.toContain('new');
    });
  });

  test('what differs is told, and nothing starts there; the same again makes it good', async () => {
    await withFolder(async (dir) => {
      const home = await town(join(dir, 'home'), 3);
      const url = await database();
      const losing = withTarget(databaseSide(url), async ({ store, ...filling }) => {
        const put = <K extends RecordKind>(kind: K, lot: readonly Records[K][]) =>
          store.put(
            kind,
            lot.filter(({ id }) => id !== 'p1'),
          );
        const changes = <K extends RecordKind>(kind: K) => store.changes(kind, 0);
        return { ...filling, store: { put, changes } as unknown as FillableStore };
      });
      const lost = await moved(files(home), losing);
      expect(lost.isDone).toBe(false);
      expect(differences(lost.compared)).toEqual(['participant: 1 differ: p1']);
      expect(table(lost.compared)).toMatch(/participant +3 +2 +[0-9a-f]{16} +[0-9a-f]{16} +1 differ/);
      expect((await refusal(openPostgres(url))).message).toContain('not finished');
      expect(await moved(files(home), databaseSide(url))).toMatchObject({ isDone: true });
      await (await openPostgres(url)).store.close();
    });
  });

  test('it is the disk that is read back', async () => {
    await withFolder(async (dir) => {
      const url = await database();
      await moved(files(await town(join(dir, 'home'), 3)), databaseSide(url));
      const back = join(dir, 'back');
      const failing = withTarget(files(back), async (filling) => ({
        ...filling,
        async settle() {
          await filling.settle();
          const document = await documentOf(back, 'p1');
          await writeFile(document, (await readFile(document, 'utf8')).replace('words of p1', 'words of 1'));
        },
      }));
      expect(differences((await moved(databaseSide(url), failing)).compared)).toEqual([
        'participant: 1 differ: p1',
      ]);
      expect(await moved(databaseSide(url), files(back))).toMatchObject({ isDone: true });
    });
  });

  test('what changed meanwhile is told, and taken over by the same again', async () => {
    await withFolder(async (dir) => {
      const home = await town(join(dir, 'home'), 3);
      const url = await database();
      await moved(files(home), databaseSide(url));
      const back = files(join(dir, 'back'));
      const busy = withTarget(back, async (filling) => {
        const { store } = await openPostgres(url);
        await save(store, person('late'));
        await store.close();
        return filling;
      });
      expect((await refusal(moved(databaseSide(url), busy))).message).toContain('changed while');
      const again = await moved(databaseSide(url), back);
      expect(again.isDone).toBe(true);
      expect(again.compared.find(({ kind }) => kind === 'participant')).toMatchObject({
        target: { count: 4 },
      });
    });
  });

  test('a place in which nothing is kept is told, and nothing is made there', async () => {
    await withFolder(async (dir) => {
      const url = await database();
      const none = join(dir, 'none');
      expect((await refusal(moved(files(none), databaseSide(url)))).message).toContain('nothing to move');
      expect((await refusal(moved(databaseSide(url), files(none)))).message).toContain('nothing to move');
      expect(await readdir(dir)).toEqual([]);
      const open = openDatabase(url);
      expect(await open.query("SELECT to_regnamespace('trajectoires') AS found")).toEqual([{ found: null }]);
      await open.close();
    });
  });
});

const plan = {
  ...{ backup: '2026-11-28T02-00-00-000Z', askedAt: '2026-11-28T10:00:00.000Z' },
  ...{ by: { id: 'ada', name: 'Ada' }, link: 'x', stage: 'planned' },
};
