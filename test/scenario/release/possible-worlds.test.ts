import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Criterion, criteria } from '#domain/participant/ballot.ts';
import { type Figures, figuresIn, type GroupScenario } from '#domain/results/group-scenario.ts';
import { type Blur, blurWidth } from '#scenario/analysis/disclosure/coarse.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { coarseScenario, groupScenario } from '#scenario/group.ts';
import { runs } from '#test/runs.ts';
import { catalogue } from '../fixture.ts';

const minGroup = 3;
/** What somebody makes of the trajectory; `none`: they examined another one alone. */
const views = ['none', -1, 0, 1, 'dont-know'] as const;
type View = (typeof views)[number];

/** The result of so many people, exactly. */
function exactly(people: readonly View[]): GroupScenario {
  const tally = createTally(catalogue, ['mobility', 'health']);
  const ballot = (stance: Exclude<View, 'none'>) => ({ stance, kept: stance === 1, benefits: [] });
  for (const [i, view] of people.entries())
    replace(tally, `${i}`, {
      castAt: '2026-11-01T08:00:00.000Z',
      roles: [],
      ballots: { h1: ballot(0), ...(view !== 'none' && { m1: ballot(view) }) },
    });
  return groupScenario(tally, catalogue, minGroup);
}

/** The provisional result of so many people, as some key blurs it. */
const provisional = (people: readonly View[], blur: Blur) => coarseScenario(exactly(people), minGroup, blur);

/** Whether some other key makes the provisional result of these people look like that. */
function mayLookLike(people: readonly View[], seen: GroupScenario): boolean {
  const own = exactly(people);
  const told = JSON.stringify(seen);
  return JSON.stringify(coarseScenario(own, minGroup, keyFor(own, seen))) === told;
}

/** What each figure has to be blurred by. */
function keyFor(own: GroupScenario, seen: GroupScenario): Blur {
  return (figure) => {
    const [trajectory = '', name = ''] = figure.split(' ');
    const [is, told] = [figuresIn(own).get(trajectory), figuresIn(seen).get(trajectory)];
    if (is === undefined || told === undefined) return 0;
    const by = (from: number, to: number, of: number) => ((to - from) * of) / blurWidth;
    switch (name) {
      case 'n':
        return (told.n - is.n) / blurWidth;
      case 'support':
        return by(is.support.share, told.support.share, is.n);
      case 'opposition':
        return by(is.opposition.share, told.opposition.share, is.n);
      case 'dont-know':
        return by(is.dontKnowRate, told.dontKnowRate, is.examined);
      case 'kept':
        return by(is.kept, told.kept, is.examined);
      default:
        return by(0, benefitIn(told, name), is.examined);
    }
  };
}

/** Nobody names a benefit here. */
const benefitIn = ({ benefits }: Figures, name: string) =>
  criteria.find((criterion) => criterion === name) ? benefits[name as Criterion] : 0;

/** All ways in which so many people, told apart by nothing, may think. */
function crowds(people: number, from = 0): readonly (readonly View[])[] {
  if (people === 0) return [[]];
  return views.slice(from).flatMap((view, i) => crowds(people - 1, from + i).map((rest) => [view, ...rest]));
}

const swapped = (all: readonly View[], i: number, j: number): readonly View[] =>
  all.map((view, at) => (at === i ? all[j] : at === j ? all[i] : view) ?? view);

/** The stances given. */
const given = (all: readonly View[]) => all.filter((view) => view !== 'none' && view !== 'dont-know');

/** A final result in which all who gave a view think alike says what each of them thinks. */
const unanimous = (all: readonly View[]) => new Set(given(all)).size <= 1;

/**
 * Figures stand on at least the smallest group: where they stood before somebody came, and it is no larger after, that one gave no
 * view. It tells who does not know, and nothing else.
 */
const tellsWhoDoesNotKnow = (all: readonly View[], view: View) =>
  view === 'dont-know' && given(all).length === minGroup;

describe('with a smallest group of 3', () => {
  test('a provisional and the final result with one person between them: their view might be another', () => {
    let tried = 0;
    for (const early of crowds(6))
      for (const last of views) {
        const all = [...early, last];
        if (last === 'none' || unanimous(all) || tellsWhoDoesNotKnow(all, last)) continue;
        tried += 1;
        const seen = provisional(early, (figure) => ((figure.length * 7 + tried) % 13) / 3 - 2);
        const others = early.flatMap((view, i) => (view === last ? [] : [swapped(all, i, 6)]));
        const possible = others.some((world) => mayLookLike(world.slice(0, 6), seen));
        if (!possible) throw new Error(`Determined: ${early.join(' ')} | ${last}`);
      }
    expect(tried).toBe(658);
  });

  test('two provisional results and the final one, few people between each: so it is for everybody', () => {
    const some = (least: number, most: number) =>
      fc.array(fc.constantFrom(...views), { minLength: least, maxLength: most });
    const blurs = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(some(6, 9), some(1, 6), some(0, 2), blurs, (first, second, last, drawn) => {
        const all = [...first, ...second, ...last];
        fc.pre(!unanimous(all));
        const blur: Blur = (figure) => drawn[figure.length % drawn.length] ?? 0;
        const [one, two] = [first.length, first.length + second.length];
        const seen = [provisional(all.slice(0, one), blur), provisional(all.slice(0, two), blur)] as const;
        for (const [i, view] of all.entries()) {
          if (view === 'none' || tellsWhoDoesNotKnow(all, view)) continue;
          const worlds = all.flatMap((other, j) => (other === view ? [] : [swapped(all, i, j)]));
          const possible = worlds.some(
            (world) => mayLookLike(world.slice(0, one), seen[0]) && mayLookLike(world.slice(0, two), seen[1]),
          );
          expect({ i, all, possible }).toEqual({ i, all, possible: true });
        }
      }),
      { numRuns: runs(150, 1_500) },
    );
  });
});

test('of one final result, and of two, nobody can tell who of those who are in both, or in one alone, said what', () => {
  const some = fc.array(fc.constantFrom(...views), { minLength: 3 * minGroup, maxLength: 4 * minGroup });
  fc.assert(
    fc.property(some, some, fc.nat(), fc.nat(), (stay, leave, a, b) => {
      const both = (one: readonly View[], other: readonly View[]) =>
        JSON.stringify([exactly([...one, ...other]), exactly(one)]);
      const among = (of: readonly View[]) => swapped(of, a % of.length, b % of.length);
      expect(both(among(stay), among(leave))).toBe(both(stay, leave));
    }),
    { numRuns: runs(100, 2_000) },
  );
});
