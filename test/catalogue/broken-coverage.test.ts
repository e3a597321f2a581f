import { afterAll, describe, expect, test } from '@jest/globals';
import { type Mistake, made, problemsOf } from './mistake.ts';
import { clearWorkbenches, workbench } from './workbench.ts';

afterAll(clearWorkbenches);

const mobility = 'domains/mobility.yaml';
const impacts = 'cross-impacts.yaml';

const mistakes: readonly Mistake[] = [
  {
    name: 'a theme that no trajectory takes up',
    file: mobility,
    from: 'themes: [public-transport, telework]',
    to: 'themes: [public-transport, telework, walking]',
    place: 'themes.2',
    message: 'no trajectory is tagged “walking”',
    remedy: 'Tag a trajectory with it, or remove the theme.',
  },
  {
    name: 'an orientation that is not of the domain',
    file: mobility,
    from: 'orientation: mobility-near',
    to: 'orientation: health-nearby',
    place: 'trajectories.1.orientation',
    message: '“health-nearby” is not known here',
    remedy: 'Choose one of: mobility-connected, mobility-near.',
  },
  {
    name: 'a kind of territory that is unknown',
    file: mobility,
    from: 'tags: [public-transport, open-data, sharing]\n    territories: [small-town, rural-village]',
    to: 'tags: [public-transport, open-data, sharing]\n    territories: [small-town, seaside]',
    below: 1,
    place: 'trajectories.0.territories.1',
    message: '“seaside” is not known here',
    remedy:
      'Choose one of: large-centre, intermediate-centre, small-town, urban-belt, rural-village, dispersed-rural, very-dispersed-rural.',
  },
  {
    name: 'a role that is unknown',
    file: mobility,
    from: 'when: { question: mobility-why-car, is: [no-other-way] }',
    to: 'when: { roles: [mayor] }',
    place: 'trajectories.0.signals.2.when.roles.0',
    message: '“mayor” is not known here',
    remedy:
      'Choose one of: elected, public-agent, business-owner, employee, shopkeeper, carer, teacher, citizen, resident, student, engineer.',
  },
  {
    name: 'a signal on roles and an answer at once',
    file: mobility,
    from: 'when: { question: mobility-why-car, is: [no-other-way] }',
    to: 'when: { question: mobility-why-car, is: [no-other-way], roles: [elected] }',
    place: 'trajectories.0.signals.2.when',
    message: 'is no condition that can hold',
    remedy:
      'Give a `question` with either `is` (options), or `atLeast` and `atMost` (points 1 to 5, in this order). Or give `roles` alone.',
  },
  {
    name: 'a judgement out of bounds',
    file: impacts,
    from: 'buildings-steered:\n  mobility-connected: 2',
    to: 'buildings-steered:\n  mobility-connected: 4',
    below: 1,
    place: 'buildings-steered.mobility-connected',
    message: 'is over 3',
    remedy: 'Write 3 or less.',
  },
  {
    name: 'a judgement between two ways of one domain',
    file: impacts,
    from: 'buildings-steered:\n  mobility-connected: 2',
    to: 'buildings-steered:\n  buildings-shared: 1\n  mobility-connected: 2',
    below: 1,
    place: 'buildings-steered.buildings-shared',
    message: '“buildings-shared” has no place here',
    remedy: 'Name the orientations of the other domains.',
  },
  {
    name: 'a judgement that is missing',
    file: impacts,
    from: 'mobility-near:\n  buildings-steered: 0\n',
    to: 'mobility-near:\n',
    place: 'mobility-near.buildings-steered',
    message: 'has no judgement for “buildings-steered”',
    remedy: 'Write one, from -3 to 3; 0 is one too.',
  },
  {
    name: 'a weak judgement that says why',
    file: 'en/cross-impacts.yaml',
    from: 'buildings-steered:\n',
    to: 'buildings-steered:\n  mobility-near: They have little to do with one another.\n',
    below: 1,
    place: 'buildings-steered.mobility-near',
    message: 'has a reason, and its judgement is weak',
    remedy: 'Remove it, or make it 2 or 3.',
  },
];

describe('a mistake in what the trajectories span', () => {
  test.each(mistakes)('$name: told with its place and its remedy, alone in its file', (mistake) => {
    const { found, expected } = made(mistake);
    expect(found).toEqual([expected]);
  });
});

test('a strong judgement without its reason is told in every language', () => {
  const bench = workbench();
  bench.edit(
    'cross-impacts.yaml',
    'buildings-shared:\n  mobility-connected: 0',
    'buildings-shared:\n  mobility-connected: -3',
  );
  expect(problemsOf(bench).map(({ file, message }) => [file, message])).toEqual(
    ['fr', 'en'].map((language) => [
      `${language}/cross-impacts.yaml`,
      'has no reason, and its judgement is strong',
    ]),
  );
});

test('a catalogue may judge nothing', () => {
  const bench = workbench();
  for (const folder of ['.', 'fr', 'en']) bench.remove(`${folder}/cross-impacts.yaml`);
  expect(problemsOf(bench)).toEqual([]);
});
