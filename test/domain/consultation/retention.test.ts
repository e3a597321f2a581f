import { describe, expect, test } from '@jest/globals';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { changeStage, copyOf } from '#domain/consultation/life-cycle.ts';
import { monthsLater } from '#domain/consultation/local-day.ts';
import { keepPromise, retentionOf, warningDue } from '#domain/consultation/retention/retention.ts';
import { newConsultation } from '#test/conversations/world.ts';

const now = '2026-11-23T10:00:00.000Z';
const lastAnswer = '2026-11-20T22:30:00.000Z';
/** The last day is the 15th of December, in Paris. */
const closing = newConsultation({ closesAt: '2026-12-15T23:00:00.000Z' });
const endless = newConsultation();

test.each([
  ['2026-12-16', 12, '2027-12-16'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-10-31', 60, '2031-10-31'],
])('%s and %i months is %s', (day, months, later) => {
  expect(monthsLater(day, months)).toBe(later);
});

describe('answers are erased', () => {
  test('the announced months after the closing day, whatever was answered when', () => {
    expect(retentionOf(closing, lastAnswer)).toEqual({
      eraseOn: '2027-12-16',
      eraseAt: '2027-12-15T23:00:00.000Z',
    });
    expect(retentionOf(closing)?.eraseOn).toBe('2027-12-16');
  });

  test('without a closing day, the announced months after the last answer, as days begin there', () => {
    expect(retentionOf(endless, lastAnswer)?.eraseOn).toBe('2027-11-20');
    expect(retentionOf({ ...endless, timeZone: 'Indian/Reunion' }, lastAnswer)).toEqual({
      eraseOn: '2027-11-21',
      eraseAt: '2027-11-20T20:00:00.000Z',
    });
  });

  test('never while it has no closing day and nobody has answered', () => {
    expect(retentionOf(endless)).toBeUndefined();
  });

  test('sooner when somebody closes it before its day, and as before when without one', () => {
    const early = changeStage(closing, 'close', now);
    expect(early && retentionOf(early)?.eraseOn).toBe('2027-11-23');
    const closed = changeStage(endless, 'close', now);
    expect(closed && retentionOf(closed, lastAnswer)?.eraseOn).toBe('2027-11-20');
  });
});

describe('what people have read holds', () => {
  const eraseOn = (before: Consultation, change: Partial<Consultation>, last = lastAnswer) =>
    retentionOf(keepPromise(before, { ...before, ...change }, now), last)?.eraseOn;
  const { closesAt: _, ...reopened } = closing;

  test('when the closing day is put off, or taken away', () => {
    expect(eraseOn(closing, { closesAt: '2027-06-30T22:00:00.000Z' })).toBe('2027-12-16');
    const without = keepPromise(closing, reopened, now);
    expect(retentionOf(without, '2026-11-25T10:00:00.000Z')?.eraseOn).toBe('2027-11-25');
    expect(retentionOf(without, '2027-06-01T10:00:00.000Z')?.eraseOn).toBe('2027-12-16');
    // Put off twice, the first promise is the one that holds.
    const twice = keepPromise(without, { ...without, closesAt: '2028-01-01T00:00:00.000Z' }, now);
    expect(retentionOf(twice, '2027-12-01T10:00:00.000Z')?.eraseOn).toBe('2027-12-16');
  });

  test('when one is set that was not there', () => {
    expect(eraseOn(endless, { closesAt: '2028-12-31T23:00:00.000Z' })).toBe('2027-11-20');
  });

  test('when months become more; fewer of them hold at once', () => {
    expect(eraseOn(closing, { retentionMonths: 24 })).toBe('2027-12-16');
    expect(eraseOn(closing, { retentionMonths: 3 })).toBe('2027-03-16');
    expect(eraseOn(endless, { retentionMonths: 24 })).toBe('2027-11-20');
  });

  test('and what nobody has read does not', () => {
    const later = { closesAt: '2027-06-30T22:00:00.000Z' };
    expect(eraseOn({ ...closing, draft: true }, later)).toBe('2028-07-01');
    expect(eraseOn({ ...closing, opensAt: '2026-12-01T00:00:00.000Z' }, later)).toBe('2028-07-01');
    const kept = keepPromise(closing, { ...closing, minGroup: 20 }, now);
    expect(kept).not.toHaveProperty('promised');
    const copy = copyOf(keepPromise(closing, reopened, now), 'copie', (of) => of, now);
    expect(copy).not.toHaveProperty('promised');
  });
});

describe('a warning is due', () => {
  const retention = { eraseOn: '2027-12-16', eraseAt: '2027-12-15T23:00:00.000Z' };
  test.each([
    ['2027-11-15T22:59:00.000Z', undefined, undefined],
    ['2027-11-15T23:00:00.000Z', undefined, 30],
    ['2027-11-20T23:00:00.000Z', 30, undefined],
    ['2027-12-08T23:00:00.000Z', 30, 7],
    ['2027-12-08T23:00:00.000Z', undefined, 7],
    ['2027-12-10T23:00:00.000Z', 7, undefined],
  ] as const)('at %s, after that of %s days: that of %s days', (at, given, due) => {
    const warned = given && { eraseOn: retention.eraseOn, days: given };
    expect(warningDue(retention, warned, at)).toBe(due);
  });

  test('anew for another day', () => {
    const warned = { eraseOn: '2027-10-01', days: 7 } as const;
    expect(warningDue(retention, warned, '2027-12-01T00:00:00.000Z')).toBe(30);
  });
});
