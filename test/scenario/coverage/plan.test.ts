import { describe, expect, test } from '@jest/globals';
import { examinedAt, inUse } from '#domain/consultation/content/in-use.ts';
import { type Planned, plan } from '#scenario/coverage/plan.ts';
import { recommended } from '#scenario/coverage/recommended.ts';
import { catalogue } from '#test/conversations/world.ts';

const all = catalogue.domains.map(({ id }) => id);
const town: Planned = { expected: 20, minGroup: 5, domains: all, examined: 4 };

test('twenty people and sixty-three trajectories: few views each, and what would be enough', () => {
  const made = plan(town, catalogue);
  expect(made).toMatchObject({ trajectories: 63, examined: 24, largest: 48, peopleNeeded: 28 });
  expect(made.views.mean).toBeCloseTo((20 * 24) / 63);
  expect(made.views.low).toBeLessThanOrEqual(made.views.mean);
});

describe.each([
  { expected: 20, minGroup: 5 },
  { expected: 60, minGroup: 11 },
])('with $expected people and a smallest group of $minGroup', (people) => {
  test.each(
    [all, all.slice(0, 3), all.slice(4)].flatMap((domains) =>
      (['usual', 'short', 'long'] as const).map((length) => ({ domains, length })),
    ),
  )(
    'the recommended choice of $domains.length domains, $length, gives figures to all',
    ({ domains, length }) => {
      const asked = { ...people, domains, examined: examinedAt(length) };
      const trajectories = recommended(asked, catalogue);
      const made = plan({ ...asked, trajectories }, inUse(catalogue, { length }));
      expect(trajectories).toHaveLength(made.largest);
      expect(made.withFigures).toBe(trajectories.length);
      expect(made.views.mean).toBeGreaterThanOrEqual(2 * people.minGroup);
      expect(made.peopleNeeded).toBeLessThanOrEqual(people.expected);
    },
  );
});

test('one person less than is needed is too few for the choice', () => {
  const { peopleNeeded } = plan({ ...town, domains: ['mobility'] }, catalogue);
  const with_ = (expected: number) => plan({ ...town, domains: ['mobility'], expected }, catalogue);
  expect(with_(peopleNeeded)).toMatchObject({ largest: 11, trajectories: 11 });
  expect(with_(peopleNeeded - 1).largest).toBeLessThan(11);
});

test('fewer people than twice the smallest group are too few for any choice', () => {
  expect(plan({ ...town, expected: 9 }, catalogue)).toMatchObject({ largest: 0, peopleNeeded: 28 });
  // Then everyone examines all that is left.
  expect(recommended({ ...town, expected: 9 }, catalogue)).toHaveLength(24);
});

test('the recommended choice is spread over domains and directions, those of 2015 first', () => {
  const chosen = new Set(recommended({ ...town, examined: 2 }, catalogue));
  for (const { trajectories, orientations } of catalogue.domains) {
    const its = trajectories.filter(({ id }) => chosen.has(id));
    expect(its).toHaveLength(4);
    expect(its.filter(({ source }) => source === 'presentation-2015')).toHaveLength(2);
    expect(new Set(its.map(({ orientation }) => orientation))).toEqual(new Set(orientations));
  }
});

test('a person needs less time for fewer domains and for a short version', () => {
  const minutes = (change: Partial<Planned>, length: 'short' | 'usual') =>
    plan({ ...town, examined: examinedAt(length), ...change }, inUse(catalogue, { length })).minutes;
  const [whole, short, two] = [
    minutes({}, 'usual'),
    minutes({}, 'short'),
    minutes({ domains: ['mobility', 'health'] }, 'usual'),
  ];
  expect(short).toBeLessThan(whole * 0.75);
  expect(two).toBeLessThan(whole * 0.5);
  expect(two).toBeGreaterThan(4);
});

test('the same choice gives the same plan, and very many people cost no more', () => {
  const many = { ...town, expected: 1_000_000, minGroup: 11 };
  expect(plan(many, catalogue)).toEqual(plan(many, catalogue));
  expect(plan(many, catalogue).withFigures).toBe(63);
});
