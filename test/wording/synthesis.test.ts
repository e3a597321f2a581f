import { describe, expect, test } from '@jest/globals';
import { opinionAmong } from '#scenario/analysis/clusters/opinion.ts';
import { allBallots } from '#scenario/analysis/tally/people.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { groupScenario, withOpinion } from '#scenario/group.ts';
import { visionView } from '#scenario/vision.ts';
import { synthesis } from '#wording/synthesis/synthesis.ts';
import { crowd } from '../bench/crowd.ts';
import { catalogue, languages, sampleWording } from './sample.ts';

const domains = catalogue.domains.map(({ id }) => id);
const trajectories = catalogue.domains.flatMap((domain) => domain.trajectories.map(({ id }) => id));

/** What so many people of three camps make of everything. */
function released(people: number, minGroup = 5) {
  const tally = createTally(catalogue, domains);
  const contribution = crowd(catalogue);
  for (let i = 0; i < people; i++) replace(tally, `p${i}`, contribution(i));
  const opinion = opinionAmong({ ballots: allBallots(tally.people), trajectories, minGroup });
  const scenario = withOpinion(groupScenario(tally, catalogue, minGroup), opinion);
  const at = '2026-11-20T10:00:00.000Z';
  return {
    scenario,
    vision: visionView({ state: 'released', kind: 'final', at, minGroup, scenario }, catalogue),
  };
}

const groups = new Map([7, 40, 500].map((n) => [n, released(n)]));

describe.each(languages)('the synthesis in %s', (language) => {
  const wording = sampleWording(language);
  const written = (n: number) => {
    const { scenario, vision } = groups.get(n) ?? released(n);
    return synthesis(scenario, vision, 'exact', wording);
  };

  test.each([...groups.keys()])('of %i people is two to four paragraphs of whole sentences', (n) => {
    const paragraphs = written(n);
    expect(paragraphs.length).toBeGreaterThanOrEqual(2);
    expect(paragraphs.length).toBeLessThanOrEqual(4);
    for (const { text } of paragraphs.flat()) {
      expect(text).toMatch(/^[\p{Lu}\d].*[.]$/u);
      expect(text).not.toMatch(/undefined|NaN|[{}]|\b0 |\d\.\d/);
      expect(text).not.toMatch(/habitants pensent|residents think\b(?! of)|\bil faut|\bshould\b/i);
    }
  });

  test('says the numbers it carries, and no others', () => {
    for (const n of groups.keys()) {
      for (const { text, figures } of written(n).flat()) {
        const said = [...text.replace(/[«“][^»”]*[»”]/g, '').matchAll(/\d+/g)].map(([it]) => Number(it));
        const carried = new Set(
          Object.values(figures).flatMap((value) => [
            value,
            Math.round(value * 10),
            Math.round(value * (figures.n ?? 0)),
          ]),
        );
        // "people out of ten", and the sum of the groups, are what is left.
        const placed = Object.entries(figures).reduce(
          (sum, [name, value]) => sum + (/^group /.test(name) ? value : 0),
          0,
        );
        const groupCount = Object.keys(figures).filter((name) => /^group /.test(name)).length;
        for (const number of said)
          expect([...carried, 10, placed, groupCount, figures.n ?? 0]).toContain(number);
      }
    }
  });

  test('names a small group as such, and only then', () => {
    const small = wording.say('results.small');
    expect(
      written(7)
        .flat()
        .map(({ text }) => text),
    ).toContain(small);
    expect(
      written(40)
        .flat()
        .map(({ text }) => text),
    ).not.toContain(small);
  });
});

test('is the same again, and says so when there is too little to tell', () => {
  const one = released(40);
  expect(synthesis(one.scenario, one.vision, 'exact', sampleWording('fr'))).toEqual(
    synthesis(released(40).scenario, one.vision, 'exact', sampleWording('fr')),
  );
  const few = released(7, 11);
  const texts = synthesis(few.scenario, few.vision, 'exact', sampleWording('fr')).flat();
  expect(texts.map(({ text }) => text)).toContain(sampleWording('fr').say('results.too-few'));
});
