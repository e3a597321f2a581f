import { afterAll, describe, expect, test } from '@jest/globals';
import { type Mistake, made } from './mistake.ts';
import { clearWorkbenches } from './workbench.ts';

afterAll(clearWorkbenches);

const buildings = 'domains/buildings.yaml';
const mobility = 'domains/mobility.yaml';

const mistakes: readonly Mistake[] = [
  {
    name: 'a visibleIf that looks at a later question',
    file: mobility,
    from: 'visibleIf: { question: mobility-avoidable, atLeast: 2 }',
    to: 'visibleIf: { question: mobility-hard, is: [cost] }',
    place: 'questions.3.visibleIf.question',
    message: '“mobility-hard” is not asked before this question',
    remedy: 'Look at an earlier question of this domain, or move this one down.',
  },
  {
    name: 'a visibleIf that looks at another domain',
    file: mobility,
    from: 'visibleIf: { question: mobility-avoidable, atLeast: 2 }',
    to: 'visibleIf: { question: health-home, atLeast: 2 }',
    place: 'questions.3.visibleIf.question',
    message: '“health-home” is no question of this domain',
    remedy:
      'Choose among: mobility-daily, mobility-why-car, mobility-avoidable, mobility-closer, mobility-hard, mobility-steward, mobility-own-words.',
  },
  {
    name: 'a visibleIf on an option that is not there',
    file: mobility,
    from: 'is: [car-alone, car-shared] }',
    to: 'is: [car-alone, car-pooled] }',
    place: 'questions.1.visibleIf.is.1',
    message: '“car-pooled” is no option of “mobility-daily”',
    remedy: 'Choose among: car-alone, car-shared, public-transport, bike-or-foot, few-trips.',
  },
  {
    name: 'a condition with options on a scale',
    file: mobility,
    from: 'visibleIf: { question: mobility-avoidable, atLeast: 2 }',
    to: 'visibleIf: { question: mobility-avoidable, is: [most] }',
    place: 'questions.3.visibleIf',
    message: 'does not suit “mobility-avoidable”, a question of kind scale',
    remedy: 'Give points with `atLeast` and `atMost`.',
  },
  {
    name: 'a condition that cannot hold',
    file: mobility,
    from: 'visibleIf: { question: mobility-avoidable, atLeast: 2 }',
    to: 'visibleIf: { question: mobility-avoidable, atLeast: 4, atMost: 2 }',
    place: 'questions.3.visibleIf',
    message: 'is no condition that can hold',
    remedy:
      'Give a `question` with either `is` (options), or `atLeast` and `atMost` (points 1 to 5, in this order).',
  },
  {
    name: 'a signal that looks at a question of another domain',
    file: buildings,
    from: '{ question: buildings-pooling, atLeast: 4 }',
    to: '{ question: mobility-avoidable, atLeast: 4 }',
    place: 'trajectories.1.signals.0.when.question',
    message: '“mobility-avoidable” is no question of this domain',
    remedy:
      'Choose among: buildings-neighbours, buildings-pooling, buildings-first-shared, buildings-hard, buildings-steward, buildings-conditions, buildings-own-words.',
  },
  {
    name: 'a signal that weighs too much',
    file: buildings,
    from: '{ question: buildings-pooling, atLeast: 4 }\n        weight: 3',
    to: '{ question: buildings-pooling, atLeast: 4 }\n        weight: 9',
    below: 1,
    place: 'trajectories.1.signals.0.weight',
    message: 'is over 3',
    remedy: 'Write 3 or less.',
  },
  {
    name: 'a source that is unknown',
    file: 'domains/health.yaml',
    from: 'source: presentation-2015\n    orientation: health-home',
    to: 'source: rumour\n    orientation: health-home',
    place: 'trajectories.0.source',
    message: '“rumour” is not known here',
    remedy: 'Choose one of: presentation-2015, trajectoires, town, participant.',
  },
];

describe('a mistake in a condition or a trajectory', () => {
  test.each(mistakes)('$name: told with its place and its remedy, alone in its file', (mistake) => {
    const { found, expected } = made(mistake);
    expect(found).toEqual([expected]);
  });
});
