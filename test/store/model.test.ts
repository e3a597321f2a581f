import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Participant } from '#domain/participant/participant.ts';
import { type FilesStore, openStore } from '#store/files/open.ts';
import { runs } from '../runs.ts';
import { filesNaming, withFolder } from './folders.ts';
import { person } from './people.ts';
import { all, inherit, save } from './steps.ts';
import { mortalDisk } from './watched-disk.ts';

const id = fc.constantFrom('ana', 'ben', 'cleo', 'dora', 'Éva');
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('save' as const), ids: fc.uniqueArray(id, { minLength: 1 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('save-stale' as const), id, version: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('erase' as const), ids: fc.uniqueArray(id, { minLength: 1 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('checkpoint' as const, 'reopen' as const, 'die' as const) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The store beside a Map that says what it must hold. */
class Pair {
  readonly #dir: string;
  readonly #model = new Map<string, Participant>();
  /** Fed by `changes` alone. */
  readonly #mirror = new Map<string, Participant>();
  #seen = 0;
  #homes = 0;
  #mortal = mortalDisk();
  #store: FilesStore | undefined;

  constructor(dir: string) {
    this.#dir = dir;
  }

  async store(): Promise<FilesStore> {
    const pace = { records: 3, bytes: 5_000 };
    this.#store ??= await openStore(this.#home(), { pace, remembered: 2, disk: this.#mortal.disk });
    return this.#store;
  }

  async take(step: Step): Promise<void> {
    const store = await this.store();
    switch (step.do) {
      case 'save':
        await Promise.all(step.ids.map((one) => this.#save(store, one)));
        break;
      case 'save-stale': {
        const present = this.#model.get(step.id)?.version ?? 0;
        const old = { ...person(step.id), version: step.version };
        if (step.version !== present)
          expect(await store.save('participant', old)).toEqual({ outcome: 'conflict' });
        break;
      }
      case 'erase':
        await Promise.all(step.ids.map((one) => store.erase('participant', one)));
        for (const one of step.ids) this.#model.delete(one);
        for (const one of step.ids) expect(await filesNaming(this.#home(), `words of ${one}.`)).toEqual([]);
        break;
      case 'checkpoint':
        await store.checkpoint();
        break;
      case 'reopen':
        await store.close();
        this.#store = undefined;
        break;
      case 'die':
        await this.#mortal.end();
        this.#mortal = mortalDisk();
        await inherit(this.#home(), join(this.#dir, `home-${++this.#homes}`));
        this.#store = undefined;
        break;
      default:
        step satisfies never;
    }
  }

  /** Everything loads as it should, and the changes tell the same story. */
  async compare(): Promise<void> {
    const store = await this.store();
    for (const one of ['ana', 'ben', 'cleo', 'dora', 'Éva'])
      expect(await store.load('participant', one)).toEqual(this.#model.get(one));
    const changes = await all(store, this.#seen);
    expect(changes.map(({ cursor }) => cursor)).toEqual(
      changes.map(({ cursor }) => cursor).toSorted((a, b) => a - b),
    );
    for (const change of changes) {
      if (change.record) this.#mirror.set(change.id, change.record);
      else this.#mirror.delete(change.id);
      this.#seen = change.cursor;
    }
    expect(this.#mirror).toEqual(this.#model);
    const live = (await all(store, 0)).filter(({ record }) => record);
    expect(live.map((change) => change.id).sort()).toEqual([...this.#model.keys()].sort());
  }

  async #save(store: FilesStore, one: string): Promise<void> {
    const before = this.#model.get(one) ?? person(one, `words of ${one}.`);
    this.#model.set(one, await save(store, { ...before, tries: before.tries + 1 }));
  }

  #home(): string {
    return join(this.#dir, `home-${this.#homes}`);
  }
}

test('any story of saves, erasures, restarts and deaths ends as a Map would', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      await withFolder(async (dir) => {
        const pair = new Pair(dir);
        for (const each of steps) {
          await pair.take(each);
          await pair.compare();
        }
        await (await pair.store()).close();
      });
    }),
    { numRuns: runs(15, 400) },
  );
}, 60_000);
