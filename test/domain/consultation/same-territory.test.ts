import { expect, test } from '@jest/globals';
import { carriedOver, editionOf } from '#domain/consultation/content/answered-on.ts';
import { isSameTerritory } from '#domain/consultation/same-territory.ts';
import { newConsultation } from '../../conversations/world.ts';

test.each([
  [{ fr: 'Vallée de la Seille' }, { fr: 'vallee  de la seille ' }, true],
  [{ fr: 'La vallée', en: 'The valley' }, { fr: 'La Vallée de la Seille', en: 'The Valley' }, true],
  [{ fr: 'La vallée' }, { en: 'La vallée' }, false],
  [{ fr: 'La vallée' }, { fr: 'La plaine' }, false],
  [{ fr: '' }, { fr: ' ' }, false],
  [{}, {}, false],
])('%j and %j: %s', (one, other, same) => {
  expect(isSameTerritory({ territory: one }, { territory: other })).toBe(same);
  expect(isSameTerritory({ territory: other }, { territory: one })).toBe(same);
});

const scenario = { n: 20, who: { roles: {}, territories: {} }, domains: [] };
const final = (at: string) => ({ at, scenario });

test('a consultation that is carried over still knows on which words its final result was given', () => {
  const its = newConsultation({ catalogue: 'a@1', final: final('2024-11-20T10:00:00.000Z') });
  const twice = carriedOver(carriedOver(its, 'a@2'), 'a@3');
  expect([twice.catalogue, editionOf(twice)]).toEqual(['a@3', 'a@1']);
  // Another final result is of the words of now.
  expect(editionOf({ ...twice, final: final('2026-11-20T10:00:00.000Z') })).toBe('a@3');
  const open = carriedOver(newConsultation({ catalogue: 'a@1' }), 'a@2');
  expect([editionOf(open), open.answeredOn]).toEqual(['a@2', undefined]);
});
