import { afterAll, describe, expect, test } from '@jest/globals';
import { type Mistake, made } from './mistake.ts';
import { clearWorkbenches } from './workbench.ts';

afterAll(clearWorkbenches);

const buildings = 'domains/buildings.yaml';
const mobility = 'domains/mobility.yaml';
const formOfIds =
  'Write at most 60 lower-case letters and digits, words joined by hyphens, like mobility-daily.';

const mistakes: readonly Mistake[] = [
  {
    name: 'an id with capitals',
    file: 'catalogue.yaml',
    from: '- elected',
    to: '- Elected',
    place: 'roles.0',
    message: '“Elected” is no well-formed id',
    remedy: formOfIds,
  },
  {
    name: 'a version that is none',
    file: 'catalogue.yaml',
    from: 'version: 1.0.0',
    to: 'version: first',
    place: 'version',
    message: '“first” is no well-formed version',
    remedy: 'Write three numbers, like 1.0.0.',
  },
  {
    name: 'a role that stands twice',
    file: 'catalogue.yaml',
    from: '- student',
    to: '- resident',
    place: 'roles.9',
    message: '“resident” stands twice in this list',
    remedy: 'Keep one of the two.',
  },
  {
    name: 'a domain that is unknown',
    file: 'catalogue.yaml',
    from: 'learning, production]',
    to: 'learning, production, sports]',
    place: 'domains.6',
    message: '“sports” is not known here',
    remedy: 'Choose one of: buildings, mobility, commerce, health, learning, production.',
  },
  {
    name: 'an id that is used twice',
    file: mobility,
    from: '- id: mobility-avoided\n',
    to: '- id: mobility-daily\n',
    place: 'trajectories.1.id',
    message: '“mobility-daily” is already used in domains/mobility.yaml, questions.0',
    remedy: 'Give it an id of its own, in the structure and in every language.',
  },
  {
    name: 'a kind of question that is unknown',
    file: mobility,
    from: '- id: mobility-avoidable\n    kind: scale',
    to: '- id: mobility-avoidable\n    kind: slider',
    below: 1,
    place: 'questions.2.kind',
    message: '“slider” is not known here',
    remedy: 'Choose one of: choice, multi, scale, text.',
  },
  {
    name: 'an entry with a misspelt name',
    file: mobility,
    from: 'max: 3',
    to: 'maximum: 3',
    place: 'questions.4.maximum',
    message: '“maximum” is not known here',
    remedy: 'Correct its spelling, move it where it belongs, or remove it.',
  },
  {
    name: 'more answers allowed than there are',
    file: mobility,
    from: 'max: 3',
    to: 'max: 7',
    place: 'questions.4.max',
    message: 'allows 7 answers among 6 options',
    remedy: 'Lower `max`, or add options.',
  },
  {
    name: 'an option named like an answer that every question has',
    file: buildings,
    from: 'options: [anonymous, public-rules, readable, cost]',
    to: 'options: [anonymous, public-rules, readable, dont-know]',
    place: 'questions.5.options.3',
    message: 'is a name that every question keeps for itself',
    remedy: 'Choose another id for this option: "I don’t know" and "skip" are offered anyway.',
  },
];

describe('a mistake in the structure', () => {
  test.each(mistakes)('$name: told with its place and its remedy, alone in its file', (mistake) => {
    const { found, expected } = made(mistake);
    expect(found).toEqual([expected]);
  });
});
