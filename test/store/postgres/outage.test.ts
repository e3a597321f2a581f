import { describe, expect, test } from '@jest/globals';
import type { OutageNews } from '#store/outage.ts';
import { StoreUnavailable } from '#store/store.ts';
import { until } from '#test/http/teams/until.ts';
import { refusal } from '../failures.ts';
import { person } from '../people.ts';
import { all, save } from '../steps.ts';
import type { Server } from './server.ts';
import { onPostgres, withNodes } from './suite.ts';
import { wireTo } from './wire.ts';

onPostgres(
  'a database that fails',
  (server) => {
    test('killed under its writers and started again, it has all that was acknowledged', async () => {
      const { database, kill, start } = await server();
      await withNodes(await database(), async (node) => {
        const { store } = await node();
        const told = new Map<string, number>();
        let isOver = false;
        const writers = Array.from({ length: 6 }, async (_, n) => {
          for (let version = 0; !isOver; ) {
            const tried = { ...person(`p${n}`), version, tries: version + 1 };
            const saved = await store.save('participant', tried).catch((error: unknown) => error);
            if (saved instanceof StoreUnavailable) {
              const now = await store.load('participant', tried.id).catch(() => undefined);
              version = now?.version ?? version;
            } else version = told.set(`p${n}`, version + 1).get(`p${n}`) ?? 0;
          }
        });
        await until(() => [...told.values()].every((version) => version > 10) && told.size === 6);
        await kill();
        const atDeath = new Map(told);
        await start();
        await until(() => [...told].every(([id, version]) => version > (atDeath.get(id) ?? 0)));
        isOver = true;
        await Promise.all(writers);
        for (const { id, record } of await all(store, 0)) {
          expect(record?.tries).toBe(record?.version);
          expect(record?.version).toBeGreaterThanOrEqual(told.get(id) ?? 0);
        }
      });
    }, 60_000);

    test('while it is away each call says so with the remedy, and what was kept is there when it is back', async () => {
      const { database, stop, start } = await server();
      const news: OutageNews[] = [];
      await withNodes(await database(), async (node) => {
        const { store } = await node({ onOutage: (one) => news.push(one) });
        await save(store, person('ana'));
        expect(await store.trouble()).toBeUndefined();
        await stop();
        for (const call of [
          () => store.load('participant', 'ana'),
          () => store.save('participant', person('ben')),
          () => store.update('participant', 'ana', (one) => one && { ...one, tries: 1 }),
          () => store.erase('participant', 'ana'),
          () => all(store, 0),
          () => store.caughtUp(),
        ]) {
          const { message, remedy } = await refusal(call());
          expect(message).toContain('does not answer');
          expect(remedy).toContain('by itself');
          expect(message).not.toContain('secret');
        }
        await until(async () => (await store.trouble()) === 'database-away');
        await start();
        await until(async () => (await store.trouble()) === undefined);
        expect(await store.load('participant', 'ben')).toBeUndefined();
        const ana = await store.load('participant', 'ana');
        expect(ana?.version).toBe(1);
        await save(store, { ...person('ana'), version: 1 });
      });
      expect(news.map(({ phase }) => phase)).toEqual(['begins', 'over']);
    }, 60_000);

    test('connections that break at rest end nothing', async () => {
      await withNodes(await (await server()).database(), async (node) => {
        const { store, database } = await node();
        await Promise.all(Array.from({ length: 8 }, (_, n) => save(store, person(`p${n}`))));
        await database.query(
          'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        );
        await until(async () => (await save(store, person('ana')).catch(() => undefined)) !== undefined);
        expect(await all(store, 0)).toHaveLength(9);
      });
    });

    describe('an answer that is lost', () => lostAnswers(server));
  },
  { durable: true },
);

function lostAnswers(server: () => Promise<Server>): void {
  const story = (name: string, tell: (wire: Awaited<ReturnType<typeof wireTo>>) => Promise<void>) =>
    test(name, async () => {
      const { database, dir } = await server();
      const wire = await wireTo(await database(), dir);
      await tell(wire).finally(() => wire.close());
    });

  story('was it to a save, that is found out, and it is not done twice', async (wire) => {
    await withNodes(wire.url, async (node) => {
      const { store } = await node();
      const heard: string[] = [];
      store.watch(({ id, record }) => heard.push(`${id} ${record?.version ?? 'gone'}`));
      wire.loseAnswerTo('Ana was here');
      const ana = await save(store, person('ana', 'Ana was here'));
      expect(ana.version).toBe(1);
      wire.loseAnswerTo('Ana again');
      expect((await save(store, { ...person('ana', 'Ana again'), version: 1 })).version).toBe(2);
      expect(await store.load('participant', 'ana')).toEqual({ ...person('ana', 'Ana again'), version: 2 });
      expect(heard.filter((one) => one === 'ana 2')).not.toEqual([]);
      wire.loseAnswerTo('DELETE');
      await store.erase('participant', 'ana');
      expect(heard.at(-1)).toBe('ana gone');
    });
  });

  story('is a conflict for whoever came second', async (wire) => {
    await withNodes(wire.url, async (node) => {
      const { store } = await node();
      const ana = await save(store, person('ana'));
      await save(store, { ...ana, tries: 1 });
      wire.loseAnswerTo('too late');
      expect(await store.save('participant', { ...person('ana', 'too late'), version: 1 })).toEqual({
        outcome: 'conflict',
      });
    });
  });

  story(
    'and the way to it as well, the save is refused, and what became of it is told later',
    async (wire) => {
      await withNodes(wire.url, async (node) => {
        const { store } = await node();
        const heard: string[] = [];
        store.watch(({ id, record }) => heard.push(`${id} ${record?.version ?? 'gone'}`));
        wire.loseAnswerTo('Ana was here');
        const saving = store.save('participant', person('ana', 'Ana was here'));
        await until(async () => {
          wire.cut();
          return true;
        });
        const outcome = await saving.then(
          () => 'saved',
          (error: unknown) => error,
        );
        expect(outcome).toBeInstanceOf(StoreUnavailable);
        wire.mend();
        await until(() =>
          store.caughtUp().then(
            () => true,
            () => false,
          ),
        );
        const now = await store.load('participant', 'ana');
        expect(heard).toEqual([`ana ${now?.version ?? 'gone'}`]);
      });
    },
  );
}
