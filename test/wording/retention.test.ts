import { describe, expect, test } from '@jest/globals';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { nobody } from '#test/projections/nobody.ts';
import { erasedText, retentionText } from '#wording/information/retention.ts';
import { sampleWording } from './sample.ts';

const closesAt = '2026-12-15T23:00:00.000Z';
const told = (language: 'fr' | 'en', change: Partial<Consultation>) => {
  const wording = sampleWording(language);
  return { ...wording, consultation: { ...wording.consultation, ...change } };
};

describe('people read for how long their answers are kept', () => {
  test.each<[Partial<Consultation>, fr: string, en: string]>([
    [
      { closesAt },
      '12\u00a0mois après la fin de la consultation. Tout est effacé le 16 décembre 2027.',
      '12\u00a0months after the consultation ends. Everything is erased on 16 December 2027.',
    ],
    [
      { retentionMonths: 1 },
      '1\u00a0mois après la dernière réponse reçue dans cette consultation. Ensuite, tout est effacé.',
      '1\u00a0month after the last answer given in this consultation. Then everything is erased.',
    ],
    [
      { closesAt: '2027-06-30T22:00:00.000Z', promised: { eraseOn: '2027-12-16' } },
      'jusqu’au 16 décembre 2027. Ce jour-là, tout est effacé.',
      'until 16 December 2027. On that day, everything is erased.',
    ],
    [
      { promised: { eraseOn: '2027-12-16' } },
      '12\u00a0mois après la dernière réponse reçue dans cette consultation. Ensuite, tout est effacé. Ce sera le 16 décembre 2027 au plus tard.',
      '12\u00a0months after the last answer given in this consultation. Then everything is erased. That will be 16 December 2027 at the latest.',
    ],
    [
      // The days of Réunion begin before those of Paris.
      { closesAt: '2026-12-15T20:00:00.000Z', timeZone: 'Indian/Reunion' },
      '12\u00a0mois après la fin de la consultation. Tout est effacé le 16 décembre 2027.',
      '12\u00a0months after the consultation ends. Everything is erased on 16 December 2027.',
    ],
  ])('%j', (change, fr, en) => {
    expect([retentionText(told('fr', change)), retentionText(told('en', change))]).toEqual([fr, en]);
  });
});

test('and that they are gone, in the day of where the consultation was held', () => {
  const erasure = { beganAt: closesAt, doneAt: '2027-12-15T23:10:00.000Z', ...nobody };
  expect(erasedText(told('fr', {}))).toBeUndefined();
  const scenario = { n: 12, who: { roles: {}, territories: {} }, domains: [] };
  const final = { at: closesAt, scenario };
  expect(erasedText(told('fr', { erasure, final }))).toBe(
    'Les réponses ont été effacées le 16 décembre 2027\u00a0; ces résultats d’ensemble restent.',
  );
  expect(erasedText(told('en', { erasure }))).toMatch(
    /^The answers were erased on 16 December 2027\. Too few/,
  );
});
