import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type ChangeSubscriber, createChangeFeed } from '#projections/change-feed.ts';
import { type Store, StoreUnavailable } from '#store/store.ts';
import { newConsultation } from '../conversations/world.ts';
import { heldStore, put } from './held-store.ts';

let store: Store;
let drop: () => Promise<void>;
beforeEach(async () => {
  ({ store, drop } = await heldStore());
});
afterEach(() => drop());

/** Writes down what it is told. */
function scribe(): { told: string[]; follower: ChangeSubscriber } {
  const told: string[] = [];
  return {
    told,
    follower: {
      consultation: ({ id, closed }) => void told.push(`${id} ${closed ? 'closed' : 'open'}`),
      participant: (id, person, how) =>
        void told.push(`${id} ${person === undefined ? 'gone' : person.tries} ${how}`),
    },
  };
}

test('whoever follows is told of all who are there, consultations first, then of each change as it is', async () => {
  await store.save('consultation', newConsultation({ version: 0 }));
  await put(store, 'ada');
  await put(store, 'bob');
  const feed = createChangeFeed(store);
  const [first, second] = [scribe(), scribe()];
  feed.add(first.follower);
  feed.add(second.follower);
  feed.start();
  await feed.ready;
  expect(first.told[0]).toBe('decouverte open');
  expect(first.told.slice(1).toSorted()).toEqual(['ada 0 counted', 'bob 0 counted']);

  await put(store, 'ada', { tries: 2 });
  await store.erase('participant', 'bob');
  const consultation = await store.load('consultation', 'decouverte');
  if (consultation) await store.save('consultation', { ...consultation, closed: true });
  expect(first.told.slice(3)).toEqual(['ada 2 changed', 'bob gone changed', 'decouverte closed']);
  expect(second.told).toEqual(first.told);
});

test('who changes while all are read is told of once, and never as they were', async () => {
  for (let i = 0; i < 30; i++) await put(store, `p${i}`);
  const feed = createChangeFeed(store);
  const { told, follower } = scribe();
  feed.add(follower);
  feed.start();
  await Promise.all([put(store, 'p29', { tries: 3 }), store.erase('participant', 'p28'), feed.ready]);
  expect(told.findLast((line) => line.startsWith('p29 '))).toBe('p29 3 changed');
  expect(told.findLast((line) => line.startsWith('p28 '))).toBe('p28 gone changed');
  expect(new Set(told.map((line) => line.split(' ')[0])).size).toBe(30);
});

test('who changes before the consultations are known is told of after them', async () => {
  await store.save('consultation', newConsultation({ version: 0 }));
  await put(store, 'ada');
  const changing: Store['changes'] = async function* (kind, ...since) {
    // As another node has it, which serves people while this one starts.
    if (kind === 'consultation') await put(store, 'ada', { tries: 3 });
    yield* store.changes(kind, ...since);
  };
  const feed = createChangeFeed(
    new Proxy(store, {
      get: (its, name) => {
        if (name === 'changes') return changing;
        const found = Reflect.get(its, name);
        return typeof found === 'function' ? found.bind(its) : found;
      },
    }),
  );
  const { told, follower } = scribe();
  feed.add(follower);
  feed.start();
  await feed.ready;
  expect(told).toEqual(['decouverte open', 'ada 3 counted']);
});

test('what is neither a person nor a consultation is nobody else’s business', async () => {
  const feed = createChangeFeed(store);
  const { told, follower } = scribe();
  feed.add(follower);
  feed.start();
  await feed.ready;
  await store.save('link', { schema: 1, id: 'k', version: 0, participant: 'ada' });
  expect(told).toEqual([]);
});

test('a reading that the store breaks off goes on once it answers, and tells of nobody twice', async () => {
  for (let i = 0; i < 5; i++) await put(store, `p${i}`);
  let tries = 0;
  const breaking: Store = Object.create(store, {
    digests: { value: undefined },
    changes: {
      value: async function* (kind: 'participant', since: number, known?: ReadonlySet<string>) {
        const isFirst = kind === 'participant' && tries++ === 0;
        for await (const change of store.changes(kind, since, known)) {
          yield change;
          if (isFirst && change.id === 'p2') throw new StoreUnavailable('away', 'wait');
        }
      },
    },
    watch: { value: (listener: Parameters<Store['watch']>[0]) => store.watch(listener) },
  });
  const feed = createChangeFeed(breaking);
  const { told, follower } = scribe();
  feed.add(follower);
  feed.start();
  await feed.ready;
  expect(told).toEqual(['p0 0 counted', 'p1 0 counted', 'p2 0 counted', 'p3 0 counted', 'p4 0 counted']);
  const closed = createChangeFeed(breaking);
  tries = 0;
  closed.start();
  closed.stop();
  await expect(closed.ready).rejects.toThrow('away');
});
