import { expect, test } from '@jest/globals';
import { endOf, lastDayOf } from '#domain/consultation/end-of.ts';

const closesAt = '2026-12-15T23:00:00.000Z';
const sooner = '2026-12-01T10:30:00.000Z';

test.each([
  ['of one without an end, nothing', {}, undefined],
  ['of one with a closing day, the end of that day', { closesAt }, closesAt],
  ['of one that somebody closed, that moment', { closedAt: sooner }, sooner],
  ['of one closed before its closing day, that moment', { closesAt, closedAt: sooner }, sooner],
  [
    'of one closed by its closing day, whatever was written down since',
    { closesAt: sooner, closedAt: closesAt },
    sooner,
  ],
])('the end %s', (_, its, end) => {
  expect(endOf(its)).toBe(end);
});

test('its last day is the one that ends then, or the one on which somebody closed it', () => {
  expect(lastDayOf({ closesAt })).toBe('2026-12-15T22:59:59.999Z');
  expect(lastDayOf({ closesAt, closedAt: sooner })?.slice(0, 10)).toBe('2026-12-01');
  expect(lastDayOf({})).toBeUndefined();
});
