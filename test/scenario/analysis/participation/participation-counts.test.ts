import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { devices } from '#domain/participant/device.ts';
import type { Progress } from '#domain/participant/progress.ts';
import { ParticipationView } from '#domain/results/participation-view.ts';
import {
  countParticipation,
  createParticipationCounts,
  type ParticipationCounts,
} from '#scenario/analysis/participation/participation-counts.ts';
import { participationView } from '#scenario/analysis/participation/participation-view.ts';
import { catalogue as plain } from '#test/scenario/fixture.ts';

/** A question opens mobility: q1, then m1 to m3; health is h1 and h2. */
const catalogue = {
  ...plain,
  domains: plain.domains.map((domain) =>
    domain.id === 'mobility'
      ? { ...domain, questions: [{ kind: 'scale' as const, id: 'q1', domain: 'mobility' as const }] }
      : domain,
  ),
};

const course = (change: Partial<Progress> = {}): Progress => ({
  startedOn: '2026-11-02',
  roles: [],
  domains: [
    { domain: 'mobility', state: 'untouched' },
    { domain: 'health', state: 'untouched' },
  ],
  items: {},
  unclear: {},
  ...change,
});

const states = (
  mobility: Progress['domains'][number]['state'],
  health: Progress['domains'][number]['state'],
) => ({
  domains: [
    { domain: 'mobility', state: mobility },
    { domain: 'health', state: health },
  ] as const,
});

type Crowd = readonly (readonly [many: number, course: Progress])[];

function followed(...all: Crowd): ParticipationCounts {
  const state = createParticipationCounts(catalogue, ['mobility', 'health']);
  let came = 0;
  for (const [many, one] of all) for (let i = 0; i < many; i++) countParticipation(state, `p${came++}`, one);
  return state;
}

const seen = (...all: Crowd) =>
  ParticipationView.parse({ took: 0, ...participationView(followed(...all), 5) });

describe('how a consultation goes', () => {
  test('is told exactly from the first person on, but for who they are', () => {
    const shown = seen([
      1,
      course({
        ...states('done', 'begun'),
        roles: ['elected'],
        territory: 'town',
        unclear: { menu: 2 },
        spent: 60,
      }),
    ]);
    expect(shown).toMatchObject({
      starts: 1,
      finished: { one: 1, begun: 0, all: 0 },
      days: [{ day: '2026-11-02', n: 1 }],
      minutes: { n: 1, median: 1 },
      unclear: [{ item: 'menu', people: 1, replies: 2 }],
    });
    expect(shown.roles).toEqual({ elected: 'few', shopkeeper: 'few', resident: 'few' });
    expect(shown.territories).toEqual({ town: 'few', village: 'few' });
  });

  test('counts starts, ends and domains', () => {
    const shown = seen(
      [6, course(states('begun', 'untouched'))],
      [7, course(states('done', 'begun'))],
      [8, course(states('done', 'untouched'))],
      [9, course(states('done', 'done'))],
    );
    expect(shown.starts).toBe(30);
    expect(shown.finished).toEqual({ one: 24, begun: 17, all: 9 });
    expect(shown.domains).toEqual([
      { domain: 'mobility', begun: 30, done: 24 },
      { domain: 'health', begun: 16, done: 9 },
    ]);
  });

  test('says who people are from five on, unless nearly all are', () => {
    const shown = seen(
      [12, course({ roles: ['resident', 'elected'], territory: 'town' })],
      [3, course({ roles: ['shopkeeper', 'gone'], territory: 'gone' })],
    );
    expect(shown.roles).toEqual({ elected: 'nearly-all', shopkeeper: 'few', resident: 'nearly-all' });
    expect(seen([12, course({ roles: ['resident'] })], [6, course()]).roles.resident).toBe(12);
  });

  test('counts what people began on, exactly', () => {
    const shown = seen(
      [3, course({ device: 'phone' })],
      [1, course({ device: 'computer' })],
      [2, course({ device: 'teams' })],
      [1, course()],
    );
    expect(shown.devices).toEqual({ phone: 3, computer: 1, teams: 2, other: 1, paper: 0 });
  });

  test('counts days in order', () => {
    const on = (startedOn: string) => course({ startedOn });
    expect(seen([3, on('2026-11-04')], [4, on('2026-11-02')]).days).toEqual([
      { day: '2026-11-02', n: 4 },
      { day: '2026-11-04', n: 3 },
    ]);
  });

  test('says where people stop, pass over, or do not know', () => {
    const shown = seen(
      [10, course({ items: { q1: 'answered', m1: 'answered', m2: 'dont-know', m3: 'skipped' } })],
      [6, course({ items: { q1: 'answered', m1: 'answered' }, standsAt: 'm2' })],
      [5, course({ items: { q1: 'skipped' }, standsAt: 'm1' })],
    );
    const of = (id: string) => shown.items.find(({ item }) => item === id);
    expect(shown.items.map(({ item }) => item)).toEqual(['q1', 'm1', 'm2', 'm3', 'h1', 'h2']);
    expect(of('q1')).toMatchObject({ domain: 'mobility', reached: 21, answered: 16, skipped: 5, stopped: 0 });
    expect(of('m1')).toMatchObject({ reached: 21, answered: 16, stopped: 5 });
    expect(of('m2')).toMatchObject({ reached: 16, answered: 10, stopped: 6 });
    expect(of('m3')).toMatchObject({ reached: 10, skipped: 10, stopped: 0 });
    expect(of('h1')).toMatchObject({ domain: 'health', reached: 0, answered: 0 });
  });

  test('says how long it took those who finished a domain', () => {
    const took = (minutes: number) => course({ ...states('done', 'untouched'), spent: minutes * 60 + 59 });
    const shown = seen(
      [2, took(4)],
      [3, took(8)],
      [2, took(9)],
      [1, took(500)],
      [9, course({ ...states('begun', 'untouched'), spent: 3_000 })],
      [5, course(states('done', 'untouched'))],
    );
    expect(shown.minutes).toEqual({ n: 8, q1: 4, median: 8, q3: 9, atMost: 120 });
  });

  test('names what is not understood, most people first', () => {
    const shown = seen(
      [6, course({ unclear: { q1: 2, profile: 1 } })],
      [1, course({ unclear: { profile: 4, m1: 3 } })],
    );
    expect(shown.unclear).toEqual([
      { item: 'profile', people: 7, replies: 10 },
      { item: 'q1', people: 6, replies: 12 },
      { item: 'm1', people: 1, replies: 3 },
    ]);
  });
});

const state = fc.constantFrom('untouched' as const, 'begun' as const, 'done' as const);
const anyCourse = fc
  .record({
    day: fc.constantFrom('2026-11-02', '2026-11-03', '2026-11-07'),
    roles: fc.uniqueArray(fc.constantFrom('elected', 'resident', 'gone')),
    territory: fc.constantFrom(undefined, 'town', 'village', 'gone'),
    device: fc.constantFrom(undefined, ...devices),
    mobility: state,
    health: state,
    items: fc.dictionary(
      fc.constantFrom('q1', 'm1', 'm2', 'h1', 'gone'),
      fc.constantFrom('answered' as const, 'skipped' as const, 'dont-know' as const),
    ),
    standsAt: fc.constantFrom(undefined, 'm3', 'h2', 'gone'),
    spent: fc.option(fc.nat({ max: 9_000 }), { nil: undefined }),
    unclear: fc.dictionary(fc.constantFrom('q1', 'menu'), fc.integer({ min: 1, max: 3 })),
  })
  .map(({ day, territory, device, mobility, health, standsAt, spent, ...rest }) =>
    course({
      ...rest,
      ...states(mobility, health),
      startedOn: day,
      ...(territory && { territory }),
      ...(device && { device }),
      ...(standsAt && { standsAt }),
      ...(spent !== undefined && { spent }),
    }),
  );

test('followed change by change or counted afresh, it is the same', () => {
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    course: fc.option(anyCourse, { nil: undefined, freq: 5 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const kept = createParticipationCounts(catalogue, ['mobility', 'health']);
      const last = new Map<string, Progress>();
      for (const { id, course } of steps) {
        if (course === undefined) last.delete(id);
        else last.set(id, course);
        countParticipation(kept, id, course);
      }
      const again = createParticipationCounts(catalogue, ['mobility', 'health']);
      for (const [id, course] of last) countParticipation(again, id, course);
      expect(kept).toEqual(again);
      for (const least of [1, 3, 5])
        expect(participationView(kept, least)).toEqual(participationView(again, least));
    }),
  );
});

test('a hundred thousand people are followed, and one change costs no more than with ten', () => {
  const state = createParticipationCounts(catalogue, ['mobility', 'health']);
  const one = course({ ...states('done', 'begun'), items: { q1: 'answered', m1: 'answered' }, spent: 300 });
  for (let i = 0; i < 100_000; i++) countParticipation(state, `p${i}`, one);
  countParticipation(state, 'p7', undefined);
  expect(participationView(state, 5)).toMatchObject({ starts: 99_999, minutes: { n: 99_999, median: 5 } });
});
