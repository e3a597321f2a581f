import { expect, test } from '@jest/globals';
import { itemTitle } from '#domain/catalogue/item-title.ts';
import { consultationNames } from '#wording/titles.ts';
import { withinDomains } from '#wording/wording.ts';
import { sampleWording } from './sample.ts';

test('a consultation is named in the language at hand, or in its first', () => {
  const wording = sampleWording('en');
  expect(consultationNames(wording).title).toBe('Seille Valley 2040');
  const french = { ...wording.consultation, title: { fr: 'Vallée de la Seille 2040' } };
  expect(consultationNames({ ...wording, consultation: french }).title).toBe('Vallée de la Seille 2040');
});

test('within the domains of a consultation no other is left', () => {
  const wording = sampleWording('fr');
  const { catalogue, consultation } = withinDomains({
    ...wording,
    consultation: { ...wording.consultation, domains: ['health'] },
  });
  expect(catalogue.domains.map(({ id }) => id)).toEqual(['health']);
  expect(consultation.domains).toEqual(['health']);
});

test('an item is called by its question, its trajectory, or its id', () => {
  const wording = sampleWording('fr');
  const [domain] = wording.catalogue.domains;
  const [question, trajectory] = [domain?.questions[0]?.id ?? '', domain?.trajectories[0]?.id ?? ''];
  expect(itemTitle(wording.text, question)).toBe(wording.text.questions[question]?.title);
  expect(itemTitle(wording.text, trajectory)).toBe(wording.text.trajectories[trajectory]?.title);
  expect(itemTitle(wording.text, 'gone')).toBe('gone');
});
