import { describe, expect, test } from '@jest/globals';
import { type Consultation, isOpen } from '#domain/consultation/consultation.ts';
import { reopened, undoableUntil } from '#domain/consultation/reopening.ts';
import { promisedBy } from '#domain/consultation/retention/retention.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { nobody } from '#test/projections/nobody.ts';

const now = '2026-11-23T10:00:00.000Z';
const [past, toCome] = ['2026-11-20T23:00:00.000Z', '2026-12-15T23:00:00.000Z'];
const over = (change: Partial<Consultation> = {}) =>
  newConsultation({ closed: true, closedAt: '2026-11-20T10:00:00.000Z', ...change });
const open = (its: Consultation, closes?: string) => {
  const made = reopened(its, closes, now);
  if ('problem' in made) throw new Error(made.problem);
  return made.consultation;
};

describe('people may answer again', () => {
  test('until somebody closes it, or until the closing day that was set', () => {
    const its = open(over());
    expect(isOpen(its, now)).toBe(true);
    expect(its).toMatchObject({ closed: false, reopenedAt: now });
    expect(its).not.toHaveProperty('closedAt');
    expect(open(over({ closesAt: toCome })).closesAt).toBe(toCome);
  });

  test('one that is past is gone, and a new one may be given', () => {
    const its = newConsultation({ closesAt: past });
    expect(open(its)).not.toHaveProperty('closesAt');
    expect(open(its, '2026-12-15').closesAt).toBe(toCome);
  });

  test('and what they read of how long answers are kept still holds', () => {
    const read = promisedBy(newConsultation({ closesAt: past }));
    expect(promisedBy(open(newConsultation({ closesAt: past })))).toMatchObject(read);
    expect(promisedBy(open(newConsultation({ closesAt: past }), '2026-12-15'))).toMatchObject(read);
    // Closed before its day: that brought the end nearer.
    const early = over({ closesAt: toCome });
    expect(promisedBy(open(early)).eraseOn).toBe('2027-11-20');
  });
});

test.each<[Consultation, string | undefined, object]>([
  [newConsultation(), undefined, { problem: 'unfit' }],
  [over({ archivedAt: now }), undefined, { problem: 'unfit' }],
  [over({ erasure: { beganAt: now, ...nobody } }), undefined, { problem: 'unfit' }],
  [newConsultation({ draft: true }), undefined, { problem: 'unfit' }],
  [over(), '2026-02-30', { problem: 'no-day' }],
  [over(), '2026-11-22', { problem: 'past' }],
  [newConsultation({ closesAt: past }), '2027-11-21', { problem: 'after-erasure', day: '2027-11-21' }],
])('not %#', (its, closes, problem) => {
  expect(reopened(its, closes, now)).toEqual(problem);
});

test.each<[string, Consultation, string | undefined]>([
  ['for seven days', over(), '2026-11-27T10:00:00.000Z'],
  [
    'no longer than the day that was planned',
    over({ closesAt: '2026-11-25T23:00:00.000Z' }),
    '2026-11-25T23:00:00.000Z',
  ],
  ['not once these are over', over({ closedAt: '2026-11-16T09:59:59.000Z' }), undefined],
  ['not where its day came by itself', newConsultation({ closesAt: past }), undefined],
  ['not where the answers are erased', over({ erasure: { beganAt: now, ...nobody } }), undefined],
  ['not of one that is put away', over({ archivedAt: now }), undefined],
  ['not of one that is open', newConsultation(), undefined],
])('a closing by hand may be taken back %s', (_, its, until) => {
  expect(undoableUntil(its, now)).toBe(until);
});
