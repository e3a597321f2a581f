import { afterAll, describe, expect, test } from '@jest/globals';
import { loadCatalogue } from '#catalogue/load.ts';
import { type Mistake, made } from './mistake.ts';
import { catalogueFolder, clearWorkbenches, workbench } from './workbench.ts';

afterAll(clearWorkbenches);

const french = 'fr/domains/mobility.yaml';
const last = '      few-trips: Je me déplace peu\n';
const both = 'Keep it for one of the two, or end it by “?” for both: it is asked then.';

const mistakes: readonly Mistake[] = [
  {
    name: 'a phrase for two options',
    file: french,
    from: last,
    to: `${last}    said:\n      car-alone: [caisse]\n      car-shared: [covoiturage, Caisse]\n`,
    below: 3,
    place: 'questions.mobility-daily.said.car-shared.1',
    message: '“Caisse” is also said for car-alone',
    remedy: both,
  },
  {
    name: 'a phrase that is sure for one option and not for another',
    file: french,
    from: last,
    to: `${last}    said:\n      car-alone: ["caisse ?"]\n      car-shared: [caisse]\n`,
    below: 3,
    place: 'questions.mobility-daily.said.car-shared.0',
    message: '“caisse” is also said for car-alone',
    remedy: both,
  },
  {
    name: 'a phrase that is the title of another option',
    file: french,
    from: last,
    to: `${last}    said:\n      few-trips: [les transports en commun]\n`,
    below: 2,
    place: 'questions.mobility-daily.said.few-trips.0',
    message: '“les transports en commun” is also said for public-transport',
    remedy: both,
  },
  {
    name: 'a phrase for an option that is not there',
    file: french,
    from: last,
    to: `${last}    said:\n      plane: [avion]\n`,
    below: 2,
    place: 'questions.mobility-daily.said.plane',
    message: '“plane” is no answer here',
    remedy: 'Choose among: car-alone, car-shared, public-transport, bike-or-foot, few-trips.',
  },
  {
    name: 'a phrase for two roles',
    file: 'fr/common.yaml',
    from: 'criteria:\n',
    to: 'said:\n  roles:\n    elected: [maire]\n    citizen: [maire]\n\ncriteria:\n',
    below: 3,
    place: 'said.roles.citizen.0',
    message: '“maire” is also said for roles/elected',
    remedy: both,
  },
];

describe('a mistake in what people say', () => {
  test.each(mistakes)('$name: told with its place and its remedy, alone in its file', (mistake) => {
    const { found, expected } = made(mistake);
    expect(found).toEqual([expected]);
  });

  test('a phrase that may mean two options is marked so for both, and is in order', () => {
    const bench = workbench();
    bench.edit(
      french,
      last,
      `${last}    said:\n      car-alone: ["caisse ?"]\n      car-shared: ["caisse ?"]\n`,
    );
    expect(loadCatalogue(bench.folder)).toHaveProperty('catalogue');
  });

  test('a word explained in one language only is told', () => {
    const bench = workbench();
    bench.write('fr/glossary.yaml', 'bus:\n  said: [bus]\n  text: Une voiture pour tous.\n');
    expect(loadCatalogue(bench.folder)).toMatchObject({
      problems: [{ file: 'en/glossary.yaml', place: 'bus', message: 'has no text for “bus”' }],
    });
  });
});

describe('what people say, in the project’s own catalogue', () => {
  const loaded = loadCatalogue(catalogueFolder);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  const { domains, languages, roles, territories, text } = loaded.catalogue;

  test.each(languages)(
    'stands for every answer, role, kind of territory, stance and domain in %s',
    (language) => {
      const { said, questions, domains: named } = text[language] ?? {};
      for (const id of roles) expect(said?.roles).toHaveProperty(id);
      for (const id of territories) expect(said?.territories).toHaveProperty(id);
      for (const { id, questions: asked } of domains) {
        expect(named?.[id]?.said?.length).toBeGreaterThan(0);
        for (const question of asked) {
          if (question.kind === 'text') continue;
          const answers = question.kind === 'scale' ? ['1', '2', '3', '4', '5'] : question.options;
          expect(Object.keys(questions?.[question.id]?.said ?? {})).toEqual([...answers]);
        }
      }
    },
  );

  test('explains the same words in each language', () => {
    const words = languages.map((language) => Object.keys(text[language]?.glossary ?? {}));
    expect(words[0]?.length).toBeGreaterThanOrEqual(15);
    for (const others of words) expect(others).toEqual(words[0]);
  });
});
