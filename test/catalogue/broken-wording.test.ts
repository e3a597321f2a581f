import { afterAll, describe, expect, test } from '@jest/globals';
import { type Mistake, made } from './mistake.ts';
import { clearWorkbenches } from './workbench.ts';

afterAll(clearWorkbenches);

const french = 'fr/domains/mobility.yaml';
const english = 'en/domains/mobility.yaml';

const mistakes: readonly Mistake[] = [
  {
    name: 'an option without its text',
    file: english,
    from: '      cost: Cost\n',
    to: '',
    below: -4,
    place: 'questions.mobility-hard.options.cost',
    message: 'has no text for “cost”',
    remedy: 'Write it in this language.',
  },
  {
    name: 'a text for an option that does not exist',
    file: french,
    from: 'cost: Le coût',
    to: 'cost: Le coût\n      comfort: Le confort',
    below: 1,
    place: 'questions.mobility-hard.options.comfort',
    message: '“comfort” is named nowhere in the structure',
    remedy: 'Correct the id, or remove this text in every language.',
  },
  {
    name: 'a scale with four points',
    file: french,
    from: 'La plupart, Presque tous]',
    to: 'Presque tous]',
    place: 'questions.mobility-avoidable.points',
    message: 'has too few entries: 5 are needed',
    remedy: 'Add what is missing.',
  },
  {
    name: 'a scale with six points',
    file: french,
    from: 'La plupart, Presque tous]',
    to: 'La plupart, Presque tous, Tous]',
    place: 'questions.mobility-avoidable.points',
    message: 'has too many entries: 5 at most',
    remedy: 'Remove what is too many.',
  },
  {
    name: 'points where options belong',
    file: french,
    from: 'title: Pourquoi prenez-vous la voiture ?',
    to: 'title: Pourquoi prenez-vous la voiture ?\n    points: [un, deux, trois, quatre, cinq]',
    below: 1,
    place: 'questions.mobility-why-car.points',
    message: 'has no place in a question of kind choice',
    remedy: 'Remove it, or change the question’s kind.',
  },
  {
    name: 'a title that is too long',
    file: english,
    from: 'title: Journeys avoided',
    to: `title: ${'a'.repeat(73)}`,
    place: 'trajectories.mobility-avoided.title',
    message: 'has 73 characters; at most 70 fit',
    remedy: 'Shorten it by 3.',
  },
  {
    name: 'a summary that is too long',
    file: english,
    from: 'Some journeys are no longer needed.',
    to: 'word '.repeat(33),
    below: -2,
    place: 'trajectories.mobility-avoided.summary',
    message: 'has 43 words; at most 40 are read at one go',
    remedy: 'Shorten it by 3.',
  },
  {
    name: 'a risk that is too long',
    file: english,
    from: 'gain little.',
    to: `gain little${', very little'.repeat(5)}.`,
    place: 'trajectories.mobility-avoided.risk',
    message: 'has 24 words; at most 20 are read at one go',
    remedy: 'Shorten it by 4.',
  },
  {
    name: 'a text that is missing',
    file: english,
    from: '    benefit: Less time, money and energy spent on the road.\n',
    to: '',
    below: -5,
    place: 'trajectories.mobility-avoided.benefit',
    message: 'is missing',
    remedy: 'Add it here: a text.',
  },
  {
    name: 'a text that is a number',
    file: english,
    from: 'cost: Cost',
    to: 'cost: 12',
    place: 'questions.mobility-hard.options.cost',
    message: 'should be a text',
    remedy: 'Write a text here, in quotes if it looks like a number or true.',
  },
  {
    name: 'a text that is empty',
    file: english,
    from: 'cost: Cost',
    to: "cost: ' '",
    place: 'questions.mobility-hard.options.cost',
    message: 'is empty',
    remedy: 'Write the text.',
  },
  {
    name: 'a role without its text',
    file: 'en/common.yaml',
    from: '  student: Student\n',
    to: '',
    below: -10,
    place: 'roles.student',
    message: 'has no text for “student”',
    remedy: 'Write it in this language.',
  },
  {
    name: 'a horizon without its text',
    file: 'en/common.yaml',
    from: '  never: Never\n',
    to: '',
    below: -5,
    place: 'horizons.never',
    message: 'is missing',
    remedy: 'Add it here: a text.',
  },
];

describe('a mistake in the wording', () => {
  test.each(mistakes)('$name: told with its place and its remedy, alone in its file', (mistake) => {
    const { found, expected } = made(mistake);
    expect(found).toEqual([expected]);
  });
});
