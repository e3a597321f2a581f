import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Participant } from '#domain/participant/participant.ts';
import { type FilesStore, openStore } from '#store/files/open.ts';
import { type Database, openPostgres } from '#store/postgres/open-postgres.ts';
import type { Store } from '#store/store.ts';
import { runs } from '../runs.ts';
import { filesNaming, withFolder } from './folders.ts';
import { person } from './people.ts';
import { onPostgres } from './postgres/suite.ts';
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

/** Where a store of the model is kept. */
interface Place {
  open(): Promise<Store>;
  /** Brings what is kept up to date, as it goes on by itself now and then. */
  checkpoint(store: Store): Promise<void>;
  /** The process ends without a word. */
  die(store: Store): Promise<void>;
  /** Where words are still to be found. */
  naming(words: string): Promise<readonly string[]>;
}

/** Files whose process dies. */
function inFiles(dir: string): Place {
  const pace = { records: 3, bytes: 5_000 };
  let [homes, mortal] = [0, mortalDisk()];
  let store: FilesStore | undefined;
  const home = () => join(dir, `home-${homes}`);
  return {
    async open() {
      store = await openStore(home(), { pace, remembered: 2, disk: mortal.disk });
      return store;
    },
    checkpoint: async () => store?.checkpoint(),
    async die() {
      await mortal.end();
      mortal = mortalDisk();
      const from = home();
      homes += 1;
      await inherit(from, home());
    },
    naming: (words) => filesNaming(home(), words),
  };
}

/** A database, of which a node dies. */
function inDatabase(url: string): Place {
  let database: Database | undefined;
  return {
    async open() {
      const open = await openPostgres(url);
      ({ database } = open);
      return open.store;
    },
    checkpoint: async (store) => void (await store.eraseLeftovers('decouverte', new Date().toISOString())),
    die: async () => database?.close(),
    async naming(words) {
      const rows = await database?.query<{ id: string }>(
        "SELECT id FROM trajectoires.participants WHERE body::text LIKE '%' || $1 || '%'",
        [words],
      );
      return (rows ?? []).map(({ id }) => id);
    },
  };
}

/** The store beside a Map that says what it must hold. */
class Pair {
  readonly #place: Place;
  readonly #model = new Map<string, Participant>();
  /** Fed by `changes` alone. */
  readonly #mirror = new Map<string, Participant>();
  #seen = 0;
  #store: Store | undefined;

  constructor(place: Place) {
    this.#place = place;
  }

  async store(): Promise<Store> {
    this.#store ??= await this.#place.open();
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
        for (const one of step.ids) expect(await this.#place.naming(`words of ${one}.`)).toEqual([]);
        break;
      case 'checkpoint':
        await this.#place.checkpoint(store);
        break;
      case 'reopen':
        await store.close();
        this.#store = undefined;
        break;
      case 'die':
        await this.#place.die(store);
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

  async #save(store: Store, one: string): Promise<void> {
    const before = this.#model.get(one) ?? person(one, `words of ${one}.`);
    this.#model.set(one, await save(store, { ...before, tries: before.tries + 1 }));
  }
}

async function tell(place: Place, steps: readonly Step[]): Promise<void> {
  const pair = new Pair(place);
  for (const each of steps) {
    await pair.take(each);
    await pair.compare();
  }
  await (await pair.store()).close();
}

const stories = fc.array(step, { minLength: 1, maxLength: 25 });

test('any story of saves, erasures, restarts and deaths ends as a Map would', async () => {
  await fc.assert(
    fc.asyncProperty(stories, (steps) => withFolder((dir) => tell(inFiles(dir), steps))),
    { numRuns: runs(15, 400) },
  );
}, 60_000);

onPostgres('in PostgreSQL', (server) => {
  test('any such story ends as a Map would', async () => {
    const { database } = await server();
    await fc.assert(
      fc.asyncProperty(stories, async (steps) => tell(inDatabase(await database()), steps)),
      { numRuns: runs(8, 200) },
    );
  }, 60_000);
});
