import { describe, expect, test } from '@jest/globals';
import type { GroupScenario, Shift } from '#domain/results/group-scenario.ts';
import { knownIn } from '#domain/results/group-scenario.ts';
import { group } from '#test/cards/samples/group.ts';
import { sampleWording } from '#test/wording/sample.ts';
import { shiftPart } from '#web/http/results/shift-part.ts';

if (group.state !== 'released') throw new Error('the sample group has a result');
const { scenario } = group;
const [one, other] = knownIn(scenario).map(({ trajectory }) => trajectory);

const shift: Shift = {
  first: { at: '2026-11-10T10:00:00.000Z', kind: 'final' },
  people: { n: 40, moved: 15 },
  trajectories: [
    {
      trajectory: one ?? '',
      n: 36,
      towards: { for: 12, against: 0, same: 24 },
      mean: { value: 0.42, low: 0.2, high: 0.64 },
      before: { n: 30, support: 0.5, opposition: 0.2 },
    },
    { trajectory: other ?? '', n: 20 },
  ],
};
const read = (language: string, its: GroupScenario) =>
  shiftPart(its, sampleWording(language))?.body.html.replaceAll(/\u00a0|\u202f/g, ' ');

describe('what a second round moved, on the page', () => {
  test('says who looked again, both rounds and the shift with its interval', () => {
    const page = read('fr', { ...scenario, shift });
    expect(page).toContain('40 personnes ont revu au moins un avis');
    expect(page).toContain('15 d’entre elles');
    expect(page).toContain('<td>50 % de 30 avis</td>');
    expect(page).toContain('<td>12</td><td>0</td><td>24</td><td>+0,4 (de +0,2 à +0,6)</td>');
    expect(read('en', { ...scenario, shift })).toContain('<td>+0.4 (from +0.2 to +0.6)</td>');
  });

  test('hides what is of too few people, and says so', () => {
    const page = read('en', { ...scenario, shift: { ...shift, people: { n: 40 } } });
    expect(page).toContain('How many changed is not told');
    expect(page).toContain('<td>too few</td><td>too few</td><td>too few</td><td>too few</td>');
  });

  test('is not there without a second round', () => {
    expect(shiftPart(scenario, sampleWording('fr'))).toBeUndefined();
  });
});
