import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { createChangeFeed } from '#projections/change-feed.ts';
import { createParticipationProjection, type ParticipationProjection } from '#projections/participation.ts';
import type { Store } from '#store/store.ts';
import { catalogue, newConsultation } from '../conversations/world.ts';
import { heldStore, put } from './held-store.ts';

let store: Store;
let drop: () => Promise<void>;
let consultation: Consultation;
beforeEach(async () => {
  ({ store, drop } = await heldStore());
  const saved = await store.save('consultation', newConsultation({ version: 0 }));
  if (saved.outcome === 'conflict') throw new Error('It was there');
  consultation = saved.record;
});
afterEach(() => drop());

function following(): ParticipationProjection {
  const feed = createChangeFeed(store);
  const follows = createParticipationProjection(feed, cataloguesOf([catalogue]), async () => 0);
  feed.start();
  return follows;
}

const many = async (from: number, to: number, change: Parameters<typeof put>[2] = {}) => {
  for (let i = from; i < to; i++) await put(store, `p${i}`, change);
};

const mobility = { domain: 'mobility' } as const;
const begun = async (follows: ParticipationProjection) =>
  (await follows.of(consultation)).domains.find(({ domain }) => domain === 'mobility')?.begun;
const starts = async (follows: ParticipationProjection) => (await follows.of(consultation)).starts;

test('every number is that of now, the first and the last one too', async () => {
  const follows = following();
  for (const [from, to] of [
    [0, 1],
    [1, 14],
    [14, 15],
  ] as const) {
    await many(from, to, mobility);
    expect([await starts(follows), await begun(follows)]).toEqual([to, to]);
  }
});

test('whoever has not agreed, or erased themselves, is not counted', async () => {
  const follows = following();
  await many(0, 6);
  const somebody = await store.load('participant', 'p0');
  if (somebody === undefined) throw new Error('p0 is gone');
  const { consent: _, ...silent } = somebody;
  await store.save('participant', silent);
  expect(await starts(follows)).toBe(5);
  await store.erase('participant', 'p1');
  expect(await starts(follows)).toBe(4);
});

test('a start counts everybody again, to the same', async () => {
  const before = following();
  await many(0, 12, mobility);
  const seen = await before.of(consultation);
  expect(await following().of(consultation)).toEqual(seen);
});

test('who watches is told once for all that happens within a second, and no more once they have left', async () => {
  const follows = following();
  const told: string[] = [];
  const heard = Promise.withResolvers<void>();
  const leave = follows.watch(consultation, () => void told.push('gone'));
  follows.watch(consultation, () => {
    told.push('stayed');
    heard.resolve();
  });
  leave();
  await many(0, 8);
  expect(told).toEqual([]);
  await heard.promise;
  expect(told).toEqual(['stayed']);
});
