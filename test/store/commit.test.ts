import { setImmediate } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openStore, type StoreProblem } from '#store/files/open.ts';
import { isJournal } from './failures.ts';
import { withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, save } from './steps.ts';
import { watchedDisk } from './watched-disk.ts';

test('people who save at the same moment share one write and one sync', async () => {
  await withFolder(async (dir) => {
    const calls: string[] = [];
    const disk = watchedDisk((call, go) => {
      if (isJournal(call)) calls.push(call.name);
      return go();
    });
    const store = await openStore(dir, { disk });
    const people = await Promise.all(Array.from({ length: 32 }, (_, n) => save(store, person(`p${n}`))));
    calls.length = 0;
    for (let round = 0; round < 5; round++)
      await Promise.all(
        people.map((it) => store.save('participant', { ...it, version: it.version + round })),
      );
    expect(calls).toEqual(Array(5).fill(['write', 'datasync']).flat());
    await store.close();
  });
});

test('nothing is acknowledged, told or loaded before it is durable', async () => {
  await withFolder(async (dir) => {
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const disk = watchedDisk(async (call, go) => {
      if (isJournal(call) && call.name === 'datasync') {
        reached.resolve();
        await gate.promise;
      }
      return go();
    });
    const store = await openStore(dir, { disk });
    const events: string[] = [];
    store.watch(({ id }) => events.push(`told ${id}`));
    const saving = save(store, person('ana')).then(() => events.push('acknowledged'));
    const loading = store.load('participant', 'ana').then((it) => events.push(`loaded ${it?.version}`));
    await reached.promise;
    for (let turn = 0; turn < 20; turn++) await setImmediate();
    expect(events).toEqual([]);
    gate.resolve();
    await Promise.all([saving, loading]);
    expect(events[0]).toBe('told ana');
    expect(events).toContain('loaded 1');
    await store.close();
  });
});

test('saves go on while a checkpoint runs, and both survive', async () => {
  await withFolder(async (dir) => {
    const gate = Promise.withResolvers<void>();
    const disk = watchedDisk(async (call, go) => {
      if (call.name === 'rename' && call.path.includes('participant')) await gate.promise;
      return go();
    });
    const store = await openStore(dir, { disk });
    const ana = await save(store, person('ana'));
    const checkpoint = store.checkpoint();
    const again = await save(store, ana);
    await save(store, person('ben'));
    gate.resolve();
    await checkpoint;
    expect((await store.load('participant', 'ana'))?.version).toBe(again.version);
    await store.close();
    const later = await openStore(dir);
    expect((await all(later, 0)).map(({ id, record }) => [id, record?.version])).toEqual([
      ['ana', 2],
      ['ben', 1],
    ]);
    await later.close();
  });
});

test('a checkpoint begins by itself at its pace', async () => {
  await withFolder(async (dir) => {
    const renamed = Promise.withResolvers<string>();
    const disk = watchedDisk(async (call, go) => {
      if (call.name === 'rename' && call.path.includes('participant')) renamed.resolve(call.path);
      return go();
    });
    const store = await openStore(dir, { disk, pace: { records: 3, bytes: 1_000_000 } });
    for (const id of ['ana', 'ben', 'cleo']) await save(store, person(id));
    expect(await renamed.promise).toContain('participant');
    await store.close();
  });
});

test('a listener that fails keeps nobody from saving', async () => {
  await withFolder(async (dir) => {
    const problems: StoreProblem[] = [];
    const store = await openStore(dir, { onProblem: (problem) => problems.push(problem) });
    store.watch(() => {
      throw new Error('a fault');
    });
    expect((await save(store, person('ana'))).version).toBe(1);
    expect(problems).toMatchObject([{ about: 'listener-failed' }]);
    await store.close();
  });
});
