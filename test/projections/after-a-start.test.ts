import { mock } from 'node:test';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { shownResult } from '#application/results/shown-result.ts';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { createChannelPosts } from '#channels/channel-posts/channel-posts.ts';
import { createKeyMaker } from '#channels/keys.ts';
import { createTurnTaker } from '#channels/turns/taking/take-turn.ts';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Event } from '#domain/conversation/event.ts';
import { UnderWay } from '#domain/in-memory/under-way.ts';
import type { Ballot } from '#domain/participant/ballot.ts';
import { createChangeFeed } from '#projections/change-feed.ts';
import { createFreeTexts } from '#projections/free-texts.ts';
import { createLiveTallies } from '#projections/live-tallies.ts';
import { createParticipationProjection } from '#projections/participation.ts';
import { createRoomProjection } from '#projections/room.ts';
import { createInProcessMemory } from '#store/shared/in-process-memory.ts';
import type { Store } from '#store/store.ts';
import { createGroupResults } from '#web/public/results/mount-group.ts';
import { catalogue, newConsultation } from '../conversations/world.ts';
import { heldStore, put } from './held-store.ts';
import { releasing } from './releasing.ts';

const catalogues = cataloguesOf([catalogue]);
const at = '2026-11-23T10:00:00.000Z';
const now = () => at;
const later = '2026-11-23T11:00:00.000Z';
/** At the lower end of a band of five, as a provisional result says it. */
const people = 26;
const [trajectory = ''] = catalogue.domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id));
const ballot: Ballot = { stance: 2, kept: true, benefits: [], concern: 'Le bruit', shared: true };

let store: Store;
let drop: () => Promise<void>;
let consultation: Consultation;
/** Lets the first reading of everybody go on. */
let readOn: () => void;

/** A store of before a restart, with a released result; after it, everybody is still to be read. */
beforeEach(async () => {
  ({ store, drop } = await heldStore());
  await store.save('consultation', newConsultation({ version: 0 }));
  for (let i = 0; i < people; i++)
    await put(store, `p${i}`, { castAt: at, ballots: { [trajectory]: ballot } });
  // Nothing of before the restart goes on after it.
  const { tallies } = projections(through({ watch: () => () => {} }));
  const before = await tallies.view(newConsultation(), at);
  expect(before.state).toBe('released');
  const saved = await store.load('consultation', 'decouverte');
  if (saved?.provisional === undefined) throw new Error('The release is not durable');
  consultation = saved;
});
afterEach(async () => {
  readOn();
  await drop();
});

/** The store, with something in the place of its own. */
const through = (change: Partial<Store>): Store => ({
  load: (...given) => store.load(...given),
  save: (...given) => store.save(...given),
  update: (...given) => store.update(...given),
  erase: (...given) => store.erase(...given),
  eraseMany: (...given) => store.eraseMany(...given),
  forget: (...given) => store.forget(...given),
  eraseLeftovers: (...given) => store.eraseLeftovers(...given),
  doubtful: (kind) => store.doubtful(kind),
  changes: (...given) => store.changes(...given),
  watch: (listener) => store.watch(listener),
  caughtUp: () => store.caughtUp(),
  close: () => store.close(),
  ...change,
});

function projections(read: Store) {
  const feed = createChangeFeed(read);
  const log = { error: console.error };
  const draw = () => new Promise<never>(() => {});
  const tallies = createLiveTallies({ store: read, feed, catalogues, draw, now, log, ...releasing() });
  const participation = createParticipationProjection(
    feed,
    catalogues,
    async (its) => (await tallies.participationIn(its)).took,
  );
  const texts = createFreeTexts(feed);
  feed.start();
  return { tallies, participation, texts };
}

/** What follows the store again, while its participants are still to be read. */
function restarted() {
  const reading = Promise.withResolvers<void>();
  readOn = reading.resolve;
  return projections(
    through({
      async *changes(kind, since) {
        if (kind === 'participant') await reading.promise;
        yield* store.changes(kind, since);
      },
    }),
  );
}

/** Whether something waits until everybody is read; and what it says then. */
async function whenRead<T>(asked: Promise<T>): Promise<T> {
  const first = await Promise.race([asked, new Promise((resolve) => setImmediate(resolve, 'waits'))]);
  expect(first).toBe('waits');
  readOn();
  return asked;
}

test('the public page shows the released result', async () => {
  const assistant = restarted();
  const application = { now: () => new Date().toISOString() };
  const results = createGroupResults({ assistant: { ...assistant, application } as never, catalogues });
  const { group } = await whenRead(results({ ...consultation, publishedAt: at }));
  expect(group).toMatchObject({ state: 'released', scenario: { n: people } });
});

test('the programming interface and the space show the released result', async () => {
  const { tallies } = restarted();
  const { group } = await whenRead(
    shownResult({ groupOf: (its) => tallies.view(its, at), catalogues }, consultation),
  );
  expect(group).toMatchObject({ state: 'released', scenario: { n: people } });
});

test('how many take part, how far they are and what they wrote are told once everybody is read', async () => {
  const { tallies, participation, texts } = restarted();
  expect(tallies.isComplete()).toBe(false);
  const told = Promise.all([
    tallies.participationIn(consultation),
    participation.of(consultation),
    texts.of(consultation.id),
  ]);
  const [{ took }, { starts }, all] = await whenRead(told);
  expect([took, starts, all.length]).toEqual([people, people, people]);
  expect(tallies.isComplete()).toBe(true);
});

test('a turn is answered at once, unless it asks for the group: then with the released result', async () => {
  const say = await conversation(restarted());
  const [welcome] = await say({ kind: 'joined' });
  expect(welcome).toMatchObject({ label: 'welcome' });
  await say({ kind: 'submit', value: { act: 'consent', agree: true } });
  const [profile] = await say({ kind: 'submit', value: { act: 'profile', decline: true } });
  expect(profile).toMatchObject({ label: expect.any(String) });
  const [shown] = await whenRead(say({ kind: 'submit', value: { act: 'word', word: 'group' } }));
  expect(shown).toMatchObject({
    label: 'group-scenario',
    group: { state: 'released', scenario: { n: people } },
  });
});

test('what changes before everybody is read releases nothing of a part of them', async () => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.parse(at) });
  try {
    const { tallies } = restarted();
    const against = { castAt: later, ballots: { [trajectory]: { ...ballot, stance: -2 } } } as const;
    for (let i = 0; i < people / 2; i++) await put(store, `p${i}`, against);
    mock.timers.tick(10_000);
    // What would be saved by then is saved before this.
    for (let i = 0; i < 3; i++) await put(store, `p${i}`, against);
    expect((await store.load('consultation', 'decouverte'))?.provisional).toEqual(consultation.provisional);
    readOn();
    expect(await tallies.view(consultation, later)).toMatchObject({ scenario: { n: people } });
  } finally {
    mock.timers.reset();
  }
});

async function conversation({ tallies, participation, texts }: ReturnType<typeof restarted>) {
  const loaded = loadPhrases('catalogue');
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  const takeTurn = createTurnTaker({
    ...{ store, catalogues, tallies, participation, texts, now, phrases: loaded.phrases },
    memory: createInProcessMemory(),
    room: createRoomProjection(store),
    keys: createKeyMaker('a secret of this test'),
    channelPosts: createChannelPosts(store),
    turns: new UnderWay(),
    recognise: async () => ({ numbers: [] }),
  });
  let activities = 0;
  return async (event: Event) => {
    activities += 1;
    const turn = {
      key: 'newcomer',
      consultation,
      // Who facilitates is shown it whatever they answered themselves.
      rights: { facilitator: true, creates: false },
      activityId: `${activities}`,
      caller: '',
      event,
    };
    return (await takeTurn(turn)).replies;
  };
}
