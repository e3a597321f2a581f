import { describe, expect, test } from '@jest/globals';
import { knownIn } from '#domain/results/group-scenario.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import { coarseScenario } from '#scenario/group.ts';
import { isToConfirm } from '#scenario/telling.ts';
import { type GroupReading, groupReading } from '#wording/reading/reading.ts';
import { sampleResult } from '../../documents/sample-result.ts';
import { languages, sampleWording } from '../sample.ts';

type Released = Extract<GroupView, { state: 'released' }>;

const at = '2026-11-28T10:00:00.000Z';
const closesAt = '2026-12-15T23:00:00.000Z';

function released(people: number, kind: Released['kind'], minGroup = 5): Released {
  const { scenario } = sampleResult('fr', { people, minGroup });
  const { opinion: _, ...exact } = scenario;
  return {
    ...{ state: 'released', kind, at, minGroup },
    scenario: kind === 'final' ? scenario : coarseScenario(exact, minGroup, () => 0),
  };
}

const inLanguage = (language: string) => {
  const wording = sampleWording(language);
  return { ...wording, consultation: { ...wording.consultation, closesAt } };
};

const sentences = ({ standing, who, parts }: GroupReading): readonly string[] => [
  ...standing,
  ...who,
  ...parts.flatMap(({ lead, lines, more }) => [
    ...lead,
    ...lines.map(({ said }) => said),
    ...(more ? [more] : []),
  ]),
];

const groups = [7, 20, 60, 500];

describe.each(languages)('the reading of a result in %s', (language) => {
  const wording = inLanguage(language);

  test.each(groups)('of %i people tells what became of every trajectory', (people) => {
    const group = released(people, 'final');
    const { parts, keyFigures } = groupReading(group, wording);
    expect(keyFigures).toHaveLength(3);
    expect(keyFigures[0]?.value).toBe(String(people));
    expect(parts.map(({ kind }) => kind)).toEqual(
      knownIn(group.scenario).length === 0 ? ['unknown'] : ['together', 'divides', 'set-aside', 'unknown'],
    );
    for (const { lines } of parts) expect(lines.length).toBeLessThanOrEqual(5);
  });

  test.each(groups)('of %i people says each share with its denominator, in whole sentences', (people) => {
    const reading = groupReading(released(people, 'final'), wording);
    for (const sentence of sentences(reading)) {
      expect(sentence).toMatch(/^[\p{Lu}\d].*[.]$/u);
      expect(sentence).not.toMatch(/undefined|NaN|[{}]|toutes les personnes|everybody|\d\.\d/);
      expect(sentence).not.toMatch(/habitants pensent|residents think\b/i);
    }
    for (const { said } of reading.parts.flatMap(({ lines }) => lines))
      expect(said).toMatch(/qui (ont donné un avis|l’ont examinée)|who (gave a view|examined it)/);
  });

  test.each(groups)('of %i people calls what few views decided "to be confirmed"', (people) => {
    const group = released(people, 'final');
    const few = new Set(knownIn(group.scenario).flatMap((one) => (isToConfirm(one) ? one.trajectory : [])));
    for (const { lines } of groupReading(group, wording).parts.slice(0, 3))
      for (const { trajectory, toConfirm } of lines)
        expect(toConfirm !== undefined).toBe(few.has(trajectory));
  });

  test.each(groups.slice(1))('of %i people while they answer says nothing finer than tenths', (people) => {
    const reading = groupReading(released(people, 'provisional', 11), wording);
    expect(reading.grain).toBe('coarse');
    const { standing, who, parts, keyFigures } = reading;
    const told = [
      ...who,
      ...parts.flatMap(({ lines }) =>
        lines.flatMap(({ said, bar, facts }) => [
          said,
          ...Object.values(bar.ends),
          ...facts.map(({ value }) => value),
        ]),
      ),
    ];
    expect(standing.join(' ')).toMatch(
      /^(Résultat provisoire, du 28 novembre 2026|Provisional result,? of 28 Nov)/,
    );
    expect(standing.join(' ')).toMatch(/15 (décembre|December) 2026/);
    expect(Number(keyFigures[0]?.value) % 10).toBe(0);
    for (const one of told) {
      expect(one).not.toMatch(/%|compte tenu|given the number/);
      // Numbers are round ones after "about", tenths, or the smallest group itself.
      const bare = one.replace(/(environ|about) \d[\d\s,]*0\b|(environ |about |^)\d (sur|in) 10/gi, '');
      expect(bare.replace(/\b11\b/g, '')).not.toMatch(/\d/);
    }
  });
});

test('where nothing may be shown, that is all that is said', () => {
  const [only, ...others] = groupReading(released(7, 'final', 11), inLanguage('fr')).parts;
  expect(others).toEqual([]);
  expect(only?.lead).toEqual([sampleWording('fr').say('results.too-few')]);
});
