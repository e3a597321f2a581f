import { expect, test } from '@jest/globals';
import { disagreements } from '#wording/settings/information-agreement.ts';
import { sampleWording } from './sample.ts';

const its = {
  closesAt: '2026-12-15T23:00:00.000Z',
  controller: { name: { fr: 'La mairie', en: 'The town hall' }, contact: 'mairie@ici.example' },
};
const told = (text: string, language = 'fr') => {
  const wording = sampleWording(language);
  const consultation = { ...wording.consultation, ...its, information: { [language]: text } };
  return disagreements({ ...wording, consultation }).map(({ about, said }) => [about, said]);
};

test.each<[string, string, string[][]]>([
  ['all is said', 'La mairie (mairie@ici.example) garde vos réponses 12 mois.', []],
  ['who is responsible is not named', 'Écrivez à mairie@ici.example.', [['controller', '']]],
  ['nor how to reach them', 'La Mairie vous répond.', [['contact', '']]],
  ['other months', 'La mairie (mairie@ici.example) les garde 6 mois.', [['months', '6']]],
  [
    'the last day, and another one',
    'La mairie, mairie@ici.example, jusqu’au 15 décembre 2026. Conseil le 3 mars 2027.',
    [['day', '3 mars 2027']],
  ],
])('%s', (_, text, found) => {
  expect(told(text)).toEqual(found);
});

test('in English days are written either way', () => {
  const said = 'The town hall (mairie@ici.example), until December 14, 2026 or 15 December 2026.';
  expect(told(said, 'en')).toEqual([['day', '14 December 2026']]);
});

test('the usual words follow by themselves', () => {
  expect(disagreements(sampleWording('fr'))).toEqual([]);
});
