import { describe, expect, test } from '@jest/globals';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { isPublic, publicationDue, publish, withPlan } from '#domain/consultation/publication.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { nobody } from '#test/projections/nobody.ts';

const [first, end, later] = [
  '2026-11-10T08:00:00.000Z',
  '2026-11-20T08:00:00.000Z',
  '2026-11-22T08:00:00.000Z',
];
const now = '2026-11-23T10:00:00.000Z';
const scenario = { n: 20, who: { roles: {}, territories: {} }, domains: [] };
const final = { at: end, scenario };
const closed: Partial<Consultation> = { closed: true, closedAt: end, final };

describe('the program publishes by itself', () => {
  test.each<[string, Partial<Consultation>, unknown]>([
    ['once the day has come that somebody wished for', { publishAt: end }, 'planned'],
    ['not before it', { publishAt: '2026-11-24T08:00:00.000Z' }, undefined],
    ['the final result, where one was published before the end', { ...closed, publishedAt: first }, 'final'],
    ['so too where the closing day came', { closesAt: end, final, publishedAt: first }, 'final'],
    ['not where nothing was ever published', closed, undefined],
    ['not before the final result is made', { closed: true, closedAt: end, publishedAt: first }, undefined],
    ['nothing twice', { ...closed, publishedAt: end }, undefined],
    [
      'not when the final result is made anew after erasures: its page shows it',
      { ...closed, final: { at: later, scenario }, publishedAt: end },
      undefined,
    ],
    [
      'the next final result after people were let answer again',
      { closed: true, closedAt: later, reopenedAt: end, final: { at: later, scenario }, publishedAt: end },
      'final',
    ],
    [
      'not the one that stays because too few answered',
      { closed: true, closedAt: later, reopenedAt: end, final, publishedAt: end },
      undefined,
    ],
    [
      'nothing once the answers are erased',
      { ...closed, publishedAt: first, erasure: { beganAt: end, ...nobody } },
      undefined,
    ],
    ['nothing of a draft', { draft: true, publishAt: end }, undefined],
  ])('%s', (_, its, due) => {
    expect(publicationDue(newConsultation(its), now)).toBe(due);
  });
});

test('a publication fulfils what was planned; other texts alone do not', () => {
  const its = newConsultation({ publishAt: later, provisional: { at: first, scenario } });
  const published = publish(its, { releasedAt: first, hasOtherQuotes: false }, now);
  expect(published).toMatchObject({ publishedAt: now, posting: true });
  expect(published).not.toHaveProperty('publishAt');
  const again = { ...published, publishAt: later };
  expect(publish(again, { releasedAt: first, hasOtherQuotes: false }, now)).toBe(again);
  expect(publish(again, { releasedAt: first, quotes: ['a'], hasOtherQuotes: true }, now)).toMatchObject({
    publishAt: later,
    quotes: ['a'],
  });
});

test('a plan is made, changed and taken back, where something may still be published', () => {
  const its = newConsultation();
  const planned = withPlan(its, later);
  expect(planned).toMatchObject({ publishAt: later });
  expect(planned && withPlan(planned, later)).toBe(planned);
  expect(planned && withPlan(planned, now)).toMatchObject({ publishAt: now });
  expect(planned && withPlan(planned, undefined)).toEqual(its);
  expect(withPlan(newConsultation({ draft: true }), later)).toBeUndefined();
  expect(withPlan(newConsultation({ archivedAt: now }), later)).toBeUndefined();
});

test('there is a page for anyone once it is published, and the smallest group is large enough', () => {
  expect(isPublic({ minGroup: 11 })).toBe(false);
  expect(isPublic({ minGroup: 11, publishedAt: now })).toBe(true);
  expect(isPublic({ minGroup: 5, publishedAt: now })).toBe(false);
});
