import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { isToldByStore } from '#src/told-by-store.ts';
import { openStore, type StoreProblem } from '#store/files/open.ts';
import { Outage, type OutageNews } from '#store/outage.ts';
import { RecordUnreadable, StoreContended, StoreUnavailable } from '#store/store.ts';
import { failing, isJournal, refusal } from './failures.ts';
import { withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, inherit, save } from './steps.ts';
import { type Call, watchedDisk, withoutRoomForPeople } from './watched-disk.ts';

test('an outage is told when it begins, once a minute while it lasts, and when it is over', () => {
  const told: OutageNews[] = [];
  let now = 0;
  const outage = new Outage(
    (news) => told.push(news),
    () => now,
  );
  const why = new StoreUnavailable('no room', 'make some');
  const words = { message: 'no room', remedy: 'make some' };
  for (let second = 0; second < 150; second++) {
    now = second * 1000;
    for (let turn = 0; turn < 10; turn++) outage.refused(why);
  }
  outage.passed();
  outage.passed();
  outage.refused(why);
  expect(told).toEqual([
    { phase: 'begins', ...words },
    { phase: 'lasts', refused: 601, ...words },
    { phase: 'lasts', refused: 1201, ...words },
    { phase: 'over', refused: 1500, seconds: 149 },
    { phase: 'begins', ...words },
  ]);
});

/** A store whose journal takes nothing while `full`, and how often it was written to. */
function fillable() {
  const state = { full: false, writes: 0 };
  const disk = watchedDisk(async (call: Call, go) => {
    if (isJournal(call) && call.name === 'write') state.writes += 1;
    if (state.full && isJournal(call) && call.name === 'write') throw failing('ENOSPC');
    return go();
  });
  return { state, disk };
}

test('a full disk is found out though nobody saves, and so is room again; each is told once', async () => {
  await withFolder(async (dir) => {
    const { state, disk } = fillable();
    const told: string[] = [];
    const store = await openStore(dir, { disk, onOutage: ({ phase }) => told.push(phase) });
    const ana = await save(store, person('ana'));
    state.full = true;
    state.writes = 0;
    expect(await Promise.all(Array.from({ length: 50 }, () => store.trouble()))).toEqual(
      Array(50).fill('no-room'),
    );
    expect(state.writes).toBe(1);
    for (let turn = 0; turn < 20; turn++) await refusal(save(store, ana));
    expect(told).toEqual(['begins']);
    state.full = false;
    while ((await store.trouble()) !== undefined) await pause(20);
    expect(told).toEqual(['begins', 'over']);
    expect((await save(store, ana)).version).toBe(2);
    await store.close();
  });
});

test('what a probe wrote is nothing to a start, wherever the process died', async () => {
  await withFolder(async (dir) => {
    let die = false;
    const copied = Promise.withResolvers<void>();
    const disk = watchedDisk(async (call, go) => {
      if (die && isJournal(call) && call.name === 'truncate') {
        await cp(join(dir, 'home', 'journal'), join(dir, 'left', 'journal'), { recursive: true });
        copied.resolve();
      }
      return go();
    });
    const store = await openStore(join(dir, 'home'), { disk });
    await save(store, person('ana'));
    die = true;
    expect(await store.trouble()).toBeUndefined();
    await copied.promise;
    await save(store, person('ben'));
    const problems: StoreProblem[] = [];
    const onProblem = (problem: StoreProblem) => void problems.push(problem);
    for (const [left, ids] of [
      ['left', ['ana']],
      ['home', ['ana', 'ben']],
    ] as const) {
      if (left === 'home') await store.close();
      const later = await openStore(await inherit(join(dir, left), join(dir, `heir of ${left}`)), {
        onProblem,
      });
      expect((await all(later, 0)).map(({ id }) => id)).toEqual(ids);
      await later.close();
    }
    expect(problems).toEqual([]);
  });
});

test('a probe that the disk does not confirm ends all saving, as a save does', async () => {
  await withFolder(async (dir) => {
    let broken = false;
    const disk = watchedDisk(async (call, go) => {
      if (broken && call.name === 'datasync') throw failing('EIO');
      return go();
    });
    const store = await openStore(dir, { disk });
    broken = true;
    expect(await store.trouble()).toBe('restart-due');
    broken = false;
    expect((await refusal(save(store, person('ana')))).remedy).toContain('restart');
    await store.close();
  });
});

test('documents too far behind are told too, and tried again though nobody saves', async () => {
  await withFolder(async (dir) => {
    let full = true;
    const disk = withoutRoomForPeople(() => full);
    const problems: StoreProblem[] = [];
    const pace = { records: 1, bytes: 1_000_000 };
    const store = await openStore(dir, { disk, pace, onProblem: (problem) => problems.push(problem) });
    for (let n = 0; n < 8; n++) await save(store, person(`p${n}`));
    await refusal(save(store, person('one-too-many')));
    await expect(store.checkpoint()).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.trouble()).toBe('documents-behind');
    expect(problems).toHaveLength(1);
    full = false;
    await store.checkpoint();
    while ((await store.trouble()) !== undefined) await pause(20);
    await save(store, person('room-again'));
    await store.close();
  });
});

test('what the store tells is not told once more by whoever meets it', () => {
  const failures = [new StoreUnavailable('', ''), new RecordUnreadable('', '')];
  for (const failure of failures) {
    expect(isToldByStore({ failure })).toBe(true);
    expect(isToldByStore({ failure: { name: failure.name, message: '' } })).toBe(true);
    expect(isToldByStore({ failure: String(failure) })).toBe(true);
  }
  for (const other of [new StoreContended('', ''), new TypeError('')])
    expect([isToldByStore({ failure: other }), isToldByStore({ failure: String(other) })]).toEqual([
      false,
      false,
    ]);
  for (const fields of [undefined, null, 'text', {}, { failure: undefined }, { route: '/' }])
    expect(isToldByStore(fields)).toBe(false);
});
