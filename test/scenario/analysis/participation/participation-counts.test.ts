import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Progress } from '#domain/participant/progress.ts';
import { ParticipationView } from '#domain/results/participation-view.ts';
import {
  countParticipation,
  createParticipationCounts,
  type ParticipationCounts,
} from '#scenario/analysis/participation/participation-counts.ts';
import { participationView } from '#scenario/analysis/participation/participation-view.ts';
import { runs } from '#test/runs.ts';
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

const seen = (...all: Crowd) => ParticipationView.parse(participationView(followed(...all), 5));

describe('how a consultation goes', () => {
  test('is nothing but the number of starts while too few came', () => {
    const shown = seen([
      4,
      course({
        ...states('done', 'done'),
        roles: ['elected'],
        territory: 'town',
        unclear: { menu: 2 },
        spent: 60,
      }),
    ]);
    expect(shown.starts).toBe(4);
    expect(shown.finished).toEqual({ one: null, begun: null, all: null });
    expect(shown.domains.map(({ begun, done }) => [begun, done])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(shown).toMatchObject({ days: [], minutes: null });
    expect(shown.roles.elected).toBeNull();
    expect(shown.territories).toEqual({ town: null, village: null });
    expect(shown.unclear).toEqual([{ item: 'menu', people: null, replies: null }]);
    expect(new Set(shown.items.flatMap(({ reached, answered }) => [reached, answered]))).toEqual(
      new Set([null]),
    );
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

  test('a few who are under way are hidden with others, so that no sum tells them', () => {
    const shown = seen([20, course(states('done', 'done'))], [2, course(states('begun', 'untouched'))]);
    expect(shown.finished).toEqual({ one: null, begun: null, all: null });
    expect(shown.domains[0]).toEqual({ domain: 'mobility', begun: 22, done: null });
    expect(shown.domains[1]).toEqual({ domain: 'health', begun: null, done: null });
  });

  test('counts who people are, and no few that are left over', () => {
    const shown = seen(
      [12, course({ roles: ['resident', 'elected'], territory: 'town' })],
      [3, course({ roles: ['shopkeeper', 'gone'], territory: 'gone' })],
      [6, course({ territory: 'village' })],
    );
    expect(shown.roles).toEqual({ elected: 12, shopkeeper: null, resident: 12 });
    expect(shown.territories).toEqual({ town: 12, village: null });
  });

  test('takes days together until enough people came', () => {
    const on = (startedOn: string) => course({ startedOn });
    const days = (...all: Crowd) => seen(...all).days;
    expect(
      days([3, on('2026-11-04')], [4, on('2026-11-02')], [6, on('2026-11-10')], [2, on('2026-11-12')]),
    ).toEqual([
      { from: '2026-11-02', to: '2026-11-04', n: 7 },
      { from: '2026-11-10', to: '2026-11-12', n: 8 },
    ]);
    expect(days([5, on('2026-11-02')], [5, on('2026-11-03')])).toEqual([
      { from: '2026-11-02', to: '2026-11-02', n: 5 },
      { from: '2026-11-03', to: '2026-11-03', n: 5 },
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
    expect(of('m2')).toMatchObject({ reached: 16, answered: 0, dontKnow: 10, stopped: 6 });
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
      { item: 'm1', people: null, replies: null },
    ]);
  });
});

const state = fc.constantFrom('untouched' as const, 'begun' as const, 'done' as const);
const anyCourse = fc
  .record({
    day: fc.constantFrom('2026-11-02', '2026-11-03', '2026-11-07'),
    roles: fc.uniqueArray(fc.constantFrom('elected', 'resident', 'gone')),
    territory: fc.constantFrom(undefined, 'town', 'village', 'gone'),
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
  .map(({ day, territory, mobility, health, standsAt, spent, ...rest }) =>
    course({
      ...rest,
      ...states(mobility, health),
      startedOn: day,
      ...(territory && { territory }),
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

test('no figure is of one person to four, and none can be made by subtracting from the starts', () => {
  const small = (n: number | null) => n !== null && n > 0 && n < 5;
  const tries = runs(100, 5000);
  let shownCounts = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 8 }), anyCourse), { maxLength: 6 }), (people) => {
      const shown = seen(...people);
      const { starts, finished, domains, items, days, minutes, unclear } = shown;
      const parts = [
        ...Object.values(finished),
        ...domains.flatMap(({ begun, done }) => [begun, done]),
        ...items.flatMap(({ reached, answered, skipped, dontKnow, stopped }) => [
          reached,
          answered,
          skipped,
          dontKnow,
          stopped,
        ]),
      ];
      const rests = parts.map((n) => (n === null ? null : starts - n));
      const within = [
        ...domains.map(({ begun, done }) => (begun === null || done === null ? null : begun - done)),
        finished.one === null || finished.begun === null ? null : finished.one - finished.begun,
        finished.begun === null || finished.all === null ? null : finished.begun - finished.all,
      ];
      const others = [
        ...Object.values(shown.roles),
        ...Object.values(shown.territories),
        ...days.map(({ n }) => n),
        minutes?.n ?? null,
        ...unclear.map(({ people }) => people),
      ];
      const all = [...parts, ...rests, ...within, ...others];
      shownCounts += all.filter((n) => n !== null && n > 0).length;
      expect(all.some(small)).toBe(false);
      for (const { reached, answered, skipped, dontKnow, stopped } of items) {
        const known = [answered, skipped, dontKnow, stopped].filter((n) => n !== null);
        if (reached !== null) expect(small(reached - known.reduce((sum, n) => sum + n, 0))).toBe(false);
      }
    }),
    { numRuns: tries },
  );
  expect(shownCounts).toBeGreaterThan(2 * tries);
});

test('a hundred thousand people are followed, and one change costs no more than with ten', () => {
  const state = createParticipationCounts(catalogue, ['mobility', 'health']);
  const one = course({ ...states('done', 'begun'), items: { q1: 'answered', m1: 'answered' }, spent: 300 });
  for (let i = 0; i < 100_000; i++) countParticipation(state, `p${i}`, one);
  countParticipation(state, 'p7', undefined);
  expect(participationView(state, 5)).toMatchObject({ starts: 99_999, minutes: { n: 99_999, median: 5 } });
});
