import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayOf, nextDay, startOfDay } from '#domain/consultation/local-day.ts';
import { runs } from '#test/runs.ts';

/** Hours from a day's beginning to the next one's. */
function hours(day: string): number {
  const [from = '', to = ''] = [startOfDay(day), startOfDay(nextDay(day))];
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}

describe('a day in Paris', () => {
  test.each([
    ['2026-01-15', '2026-01-14T23:00:00.000Z', 24],
    ['2026-07-14', '2026-07-13T22:00:00.000Z', 24],
    // The clocks go forward in the night, then back.
    ['2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['2026-03-30', '2026-03-29T22:00:00.000Z', 24],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['2026-10-26', '2026-10-25T23:00:00.000Z', 24],
    ['2028-02-29', '2028-02-28T23:00:00.000Z', 24],
    ['2026-12-31', '2026-12-30T23:00:00.000Z', 24],
  ])('%s begins at %s and lasts %d hours', (day, start, long) => {
    expect(startOfDay(day)).toBe(start);
    expect(hours(day)).toBe(long);
    expect(dayOf(start)).toBe(day);
    expect(dayOf(new Date(Date.parse(start) - 1).toISOString())).not.toBe(day);
  });

  test.each([
    ['2026-12-31', '2027-01-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-02-28', '2026-03-01'],
  ])('after %s comes %s', (day, next) => {
    expect(nextDay(day)).toBe(next);
  });

  test.each([
    ...['', 'demain', '2026-02-29', '2026-13-01', '2026-00-10', '2026-11-31', '26-11-30'],
    ...['2026-1-5', '2026-11-30T00:00:00Z', ' 2026-11-30', '15/12/2026', '0026-12-15', '0000-01-01'],
  ])('there is no day %j', (day) => {
    expect(startOfDay(day)).toBeUndefined();
  });

  test('elsewhere begins when it does there', () => {
    expect(startOfDay('2026-12-15', 'America/Cayenne')).toBe('2026-12-15T03:00:00.000Z');
    // There the clocks go back between midnight and midnight in Greenwich.
    expect(startOfDay('2026-04-05', 'Pacific/Auckland')).toBe('2026-04-04T11:00:00.000Z');
    expect(dayOf('2026-12-15T02:59:00Z', 'Indian/Reunion')).toBe('2026-12-15');
    expect(dayOf('2026-12-15T02:59:00Z', 'America/Cayenne')).toBe('2026-12-14');
  });
});

test('every moment lies within its day', () => {
  const moments = fc.date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      const iso = moment.toISOString();
      const day = dayOf(iso);
      expect((startOfDay(day) ?? '') <= iso).toBe(true);
      expect(iso < (startOfDay(nextDay(day)) ?? '')).toBe(true);
    }),
    { numRuns: runs(100, 10_000) },
  );
});
