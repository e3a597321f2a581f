import { expect, test } from '@jest/globals';
import { type Change, type Store, StoreUnavailable } from '#store/store.ts';
import { person } from './people.ts';
import { all, save } from './steps.ts';

/** A place that a store can be opened in again after it was closed. */
export interface Home {
  open(): Promise<Store>;
  leave(): Promise<void>;
}

/** What any store must do. */
export function storeContract(home: () => Promise<Home>): void {
  /** Runs a story in a new home; `again` closes the store and opens it as after a restart. */
  const story = (name: string, tell: (store: Store, again: () => Promise<Store>) => Promise<void>) =>
    test(name, async () => {
      const { open, leave } = await home();
      let store = await open();
      const again = async () => {
        await store.close();
        store = await open();
        return store;
      };
      try {
        await tell(store, again);
      } finally {
        await store.close();
        await leave();
      }
    });

  story('what nobody saved is not there', async (store) => {
    expect(await store.load('participant', 'nobody')).toBeUndefined();
  });

  story('a record comes back as it was saved, one version on, also after a restart', async (store, again) => {
    const saved = await store.save('participant', person('ana'));
    expect(saved).toEqual({ outcome: 'saved', record: { ...person('ana'), version: 1 } });
    expect(await store.load('participant', 'ana')).toEqual({ ...person('ana'), version: 1 });
    const later = await again();
    expect(await later.load('participant', 'ana')).toEqual({ ...person('ana'), version: 1 });
  });

  story('an update makes what is not there, changes what is, and leaves the rest', async (store) => {
    const made = await store.update('participant', 'ana', (before) => before ?? person('ana'));
    expect(made).toEqual({ outcome: 'saved', record: { ...person('ana'), version: 1 } });
    const left = await store.update('participant', 'ana', (before) => before);
    expect(left).toEqual({ outcome: 'unchanged', record: { ...person('ana'), version: 1 } });
    expect(await store.update('participant', 'ben', () => undefined)).toEqual({ outcome: 'unchanged' });
    expect(await store.load('participant', 'ben')).toBeUndefined();
  });

  story(
    'what depends on another record is saved only as long as that one is as it was loaded',
    async (store) => {
      const beside = (version: number) => ({ kind: 'link', id: 'l', version }) as const;
      const link = { schema: 1, id: 'l', version: 0, participant: 'ana' } as const;
      await store.save('link', link);
      expect((await store.save('participant', person('ana'), beside(1))).outcome).toBe('saved');
      expect((await store.save('participant', person('ben'), beside(0))).outcome).toBe('conflict');
      expect(await store.load('participant', 'ben')).toBeUndefined();
      await store.save('link', { ...link, version: 1 });
      const ana = { ...person('ana'), version: 1 };
      expect((await store.save('participant', ana, beside(1))).outcome).toBe('conflict');
      expect((await store.save('participant', ana, beside(2))).outcome).toBe('saved');
      // Decided anew by what it depends on now.
      let seen = 1;
      const updated = await store.update(
        'participant',
        'ana',
        (before) => before && { ...before, language: `fr-${seen}` },
        () => beside(seen++),
      );
      expect(updated).toMatchObject({ outcome: 'saved', record: { language: 'fr-2' } });
      const sheet = { schema: 1, id: 'l2', version: 0, participant: 'ana' } as const;
      expect((await store.save('link', sheet, beside(7))).outcome).toBe('conflict');
      expect((await store.save('link', sheet, beside(2))).outcome).toBe('saved');
      expect((await store.save('link', { ...sheet, version: 1 }, beside(7))).outcome).toBe('conflict');
    },
  );

  story('of fifteen updates at the same time none is lost', async (store) => {
    await store.save('participant', person('ana'));
    const names = Array.from({ length: 15 }, (_, i) => `fr-${i}`);
    await Promise.all(
      names.map((name) =>
        store.update('participant', 'ana', async (before) => {
          await new Promise(setImmediate);
          return before && { ...before, language: `${before.language} ${name}` };
        }),
      ),
    );
    const { language = '' } = (await store.load('participant', 'ana')) ?? {};
    expect(language.split(' ').slice(1).sort()).toEqual(names.sort());
  });

  story('an update that somebody else outruns every time ends, and says what to do', async (store) => {
    await store.save('participant', person('ana'));
    const outrun = store.update('participant', 'ana', async (before) => {
      if (before !== undefined) await store.save('participant', { ...before, language: `${before.version}` });
      return before && { ...before, language: 'fr' };
    });
    await expect(outrun).rejects.toBeInstanceOf(StoreUnavailable);
  });

  story('the same id of another kind is another record', async (store) => {
    await store.save('link', { schema: 1, id: 'ana', version: 0, participant: 'ben' });
    expect(await store.load('participant', 'ana')).toBeUndefined();
    expect(await store.load('link', 'ana')).toMatchObject({ participant: 'ben', version: 1 });
  });

  story('ids of any characters stay apart', async (store, again) => {
    const ids = [
      'A',
      'a',
      '../a',
      'a/b',
      'a b',
      'é',
      'e\u0301',
      '.',
      '_61',
      'a.json',
      '日本',
      'x'.repeat(64),
    ];
    for (const id of ids) await save(store, person(id, `I am ${id}`));
    const later = await again();
    for (const id of ids) expect(await later.load('participant', id)).toMatchObject({ id });
    expect((await all(later, 0)).map(({ id }) => id)).toEqual(ids);
  });

  story('a save with an old version is a conflict and changes nothing', async (store, again) => {
    const first = await save(store, person('ana', 'first'));
    const second = await save(store, { ...first, tries: 1 });
    expect(await store.save('participant', { ...first, tries: 9 })).toEqual({ outcome: 'conflict' });
    expect(await store.save('participant', person('ana'))).toEqual({ outcome: 'conflict' });
    expect(await store.save('participant', { ...second, version: 7 })).toEqual({ outcome: 'conflict' });
    const later = await again();
    expect(await later.load('participant', 'ana')).toEqual(second);
    expect(await later.save('participant', first)).toEqual({ outcome: 'conflict' });
  });

  story('of several who save the same version at once, one wins', async (store) => {
    const first = await save(store, person('ana'));
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5].map((tries) => store.save('participant', { ...first, tries })),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1);
    expect((await store.load('participant', 'ana'))?.version).toBe(2);
  });

  story('an erased record is gone, also after a restart, and may begin again', async (store, again) => {
    const first = await save(store, person('ana'));
    await store.erase('participant', 'ana');
    await store.erase('participant', 'ana');
    expect(await store.load('participant', 'ana')).toBeUndefined();
    expect(await store.save('participant', first)).toEqual({ outcome: 'conflict' });
    const later = await again();
    expect(await later.load('participant', 'ana')).toBeUndefined();
    expect(await all(later, 0)).toEqual([]);
    expect((await save(later, person('ana', 'anew'))).version).toBe(1);
  });

  story('changes come once a record, the oldest first, and end', async (store) => {
    const ana = await save(store, person('ana'));
    await save(store, person('ben'));
    await save(store, person('cleo'));
    await save(store, { ...ana, tries: 1 });
    await store.save('link', { schema: 1, id: 'code', version: 0, participant: 'ben' });
    const changes = await all(store, 0);
    expect(changes.map(({ id }) => id)).toEqual(['ben', 'cleo', 'ana']);
    expect(changes.at(-1)?.record).toMatchObject({ tries: 1, version: 2 });
    expect(await all(store, changes.at(-1)?.cursor ?? 0)).toEqual([]);
  });

  story('changes since a cursor are those after it, erasures included', async (store) => {
    await save(store, person('ana'));
    await save(store, person('ben'));
    const [, second] = await all(store, 0);
    await save(store, person('cleo'));
    await store.erase('participant', 'ana');
    const [third, fourth, ...rest] = await all(store, second?.cursor ?? 0);
    expect(third).toMatchObject({ id: 'cleo', kind: 'participant' });
    expect(fourth).toEqual({ kind: 'participant', id: 'ana', cursor: expect.any(Number) });
    expect(rest).toEqual([]);
  });

  story('cursors outlive a restart', async (store, again) => {
    await save(store, person('ana'));
    await save(store, person('ben'));
    const before = await all(store, 0);
    const later = await again();
    expect(await all(later, 0)).toEqual(before);
    await save(later, person('cleo'));
    const since = await all(later, before.at(-1)?.cursor ?? 0);
    expect(since.map(({ id }) => id)).toEqual(['cleo']);
  });

  story('changes made while one iterates disturb neither order nor end', async (store) => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) await save(store, person(id));
    const seen: Change<'participant'>[] = [];
    for await (const change of store.changes('participant', 0)) {
      seen.push(change);
      expect(change.record).toEqual(await store.load('participant', change.id));
      const latest = await store.load('participant', 'e');
      if (latest) await save(store, { ...latest, tries: latest.tries + 1 });
      await save(store, person(`new-${change.id}`));
      await store.erase('participant', 'd');
    }
    expect(seen.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(seen.find(({ id }) => id === 'd')?.record).toBeUndefined();
    const cursors = seen.map(({ cursor }) => cursor);
    expect(cursors).toEqual(cursors.toSorted((a, b) => a - b));
    const missed = await all(store, cursors.at(-1) ?? 0);
    expect(missed.map(({ id }) => id)).toEqual(expect.arrayContaining(['e', 'd', 'new-a', 'new-f']));
  });

  story('listeners hear each change after it is durable, in order, until they stop', async (store) => {
    const heard: string[] = [];
    const cursors = new Map<string, number[]>();
    const stop = store.watch(({ id, record, cursor }) => {
      heard.push(`${id} ${record?.version ?? 'gone'}`);
      cursors.set(id, [...(cursors.get(id) ?? []), cursor]);
    });
    const [ana] = await Promise.all([save(store, person('ana')), save(store, person('ben'))]);
    await save(store, ana);
    await store.erase('participant', 'ben');
    stop();
    await save(store, person('cleo'));
    expect(heard.slice(0, 2).sort()).toEqual(['ana 1', 'ben 1']);
    expect(heard.slice(2)).toEqual(['ana 2', 'ben gone']);
    for (const its of cursors.values()) expect(its).toEqual(its.toSorted((a, b) => a - b));
    expect(new Set([...cursors.values()].flat()).size).toBe(4);
  });

  story('whoever waits until it has caught up was told of all before', async (store) => {
    const heard: string[] = [];
    store.watch(({ id }) => heard.push(id));
    await save(store, person('ana'));
    await store.caughtUp();
    expect(heard).toEqual(['ana']);
  });

  story('a closed store takes nothing', async (store) => {
    await save(store, person('ana'));
    await store.close();
    await store.close();
    await expect(store.save('participant', person('ben'))).rejects.toMatchObject({
      name: 'StoreUnavailable',
    });
  });
}
