import { afterAll, expect, test } from '@jest/globals';
import { loadCatalogue } from '#catalogue/load.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { clearWorkbenches, workbench } from './workbench.ts';

afterAll(clearWorkbenches);

const french = 'fr/domains/mobility.yaml';

/** The sample, with one passage changed. */
function edited(file: string, from: string, to: string): Catalogue {
  const bench = workbench();
  bench.edit(file, from, to);
  const loaded = loadCatalogue(bench.folder);
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.catalogue;
}

const sample = edited('catalogue.yaml', 'version: 1.0.0', 'version: 1.0.0');

/** The items whose print is no longer the same. */
const reworded = ({ prints }: Catalogue) =>
  Object.keys(prints).filter((id) => prints[id] !== sample.prints[id]);

test('an edition names its catalogue, its version, and what it says', () => {
  expect(sample.edition).toMatch(/^trajectoires@1\.0\.0\+[0-9a-f]{8}$/);
});

test('another question or option is another print', () => {
  const title = 'Quelle part de vos trajets aimeriez-vous éviter ?';
  const asked = edited(french, title, 'Combien de trajets aimeriez-vous éviter ?');
  expect(reworded(asked)).toEqual(['mobility-avoidable']);
  expect(asked.edition).not.toBe(sample.edition);
  expect(reworded(edited(french, 'La plupart, Presque tous', 'Beaucoup, Presque tous'))).toEqual([
    'mobility-avoidable',
  ]);
  expect(reworded(edited(french, 'title: La mobilité évitée', 'title: Moins de trajets'))).toEqual([
    'mobility-avoided',
  ]);
});

test('a corrected accent, a hint, an example or the English text changes nothing that was answered', () => {
  const unchanged = [
    edited(french, 'Quelle part de vos trajets', 'quelle part de vos trajets'),
    edited(french, 'Une ou deux phrases suffisent', 'Quelques mots suffisent'),
    edited(french, 'Une salle équipée au bourg', 'Une salle équipée au village'),
    edited('en/domains/mobility.yaml', 'How many of your journeys', 'Which of your journeys'),
  ];
  for (const catalogue of unchanged) expect(catalogue.edition).toBe(sample.edition);
});
