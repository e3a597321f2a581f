import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judge, longestPatience, type Setback } from '#channels/bot-framework/connector/retrying.ts';

const noon = Date.parse('2026-11-23T12:00:00Z');
const chance = (random: number) => ({ now: () => noon, random: () => random });
const setback = (more: Partial<Setback> = {}): Setback => ({
  ...{ attempt: 1, spent: 0, status: 503, patience: longestPatience },
  ...more,
});
const verdict = (more: Partial<Setback>, random = 0.5) => judge(setback(more), chance(random));

test.each([412, 429, 500, 502, 503, 504, undefined])('%s passes: another try', (status) => {
  expect(verdict({ status })).toEqual({ outcome: 'again', after: 1000 });
});

test.each([
  [403, 'gone'],
  [404, 'missing'],
  [400, 'failed'],
  [401, 'failed'],
  [405, 'failed'],
  [409, 'failed'],
  [413, 'failed'],
  [501, 'failed'],
  [505, 'failed'],
  [302, 'failed'],
  [200, 'failed'],
])('%i does not: %s', (status, outcome) => {
  expect(verdict({ status, retryAfter: '1' })).toEqual({ outcome });
});

describe('pauses', () => {
  test.each([
    [1, 0, 500],
    [1, 1, 1500],
    [2, 0.5, 2000],
    [3, 0.5, 4000],
    [4, 0, 4000],
    [4, 1, 12_000],
  ])('after attempt %i, by chance %d: %i ms', (attempt, random, after) => {
    expect(verdict({ attempt }, random)).toEqual({ outcome: 'again', after });
  });

  test.each([
    ['2', 2000],
    [' 10 ', 10_000],
    ['0', 0],
    ['60', 60_000],
    ['3600', 60_000],
    ['99999999999999999999', 60_000],
    ['Mon, 23 Nov 2026 12:00:20 GMT', 20_000],
    ['Mon, 23 Nov 2026 11:59:00 GMT', 0],
    ['Mon, 23 Nov 2026 13:00:00 GMT', 60_000],
  ])('asked for %j: %i ms at least, and less than a second more', (retryAfter, after) => {
    expect(verdict({ status: 429, retryAfter }, 0)).toEqual({ outcome: 'again', after });
    expect(verdict({ status: 429, retryAfter }, 0.9)).toEqual({ outcome: 'again', after: after + 900 });
  });

  test.each(['', 'soon', '-5x', 'NaN'])('asked for %j: as if nothing had been asked', (retryAfter) => {
    expect(verdict({ status: 429, retryAfter })).toEqual({ outcome: 'again', after: 1000 });
  });
});

test('five tries, then no more', () => {
  expect([1, 2, 3, 4, 5, 6].map((attempt) => verdict({ attempt }).outcome)).toEqual([
    ...Array.from({ length: 4 }, () => 'again'),
    'failed',
    'failed',
  ]);
});

test('whatever is answered, it is over in three minutes, each pause is sane and no try is the sixth', () => {
  const answers = fc.array(
    fc.record({
      status: fc.constantFrom(412, 429, 500, 502, 503, 504, undefined),
      retryAfter: fc.option(fc.oneof(fc.nat().map(String), fc.string()), { nil: undefined }),
      took: fc.nat(15_000),
      random: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    }),
    { minLength: 6, maxLength: 6 },
  );
  fc.assert(
    fc.property(answers, (all) => {
      let spent = 0;
      for (const [i, { status, retryAfter, took, random }] of all.entries()) {
        spent += took;
        const judged = judge({ ...setback(), attempt: i + 1, spent, status, retryAfter }, chance(random));
        if (judged.outcome !== 'again') return;
        expect(judged.after).toBeGreaterThanOrEqual(0);
        expect(judged.after).toBeLessThanOrEqual(61_000);
        spent += judged.after;
        expect(spent).toBeLessThanOrEqual(180_000);
        expect(i).toBeLessThan(4);
      }
    }),
  );
});

test('whoever waits gives up sooner, unless the service asks for a pause', () => {
  const waited = { patience: 8_000, spent: 7_500 };
  expect(verdict({ ...waited, status: undefined })).toEqual({ outcome: 'failed' });
  expect(verdict({ ...waited, status: 503 })).toEqual({ outcome: 'failed' });
  expect(verdict({ ...waited, status: 429, retryAfter: '5' })).toMatchObject({ outcome: 'again' });
  expect(verdict({ ...waited, spent: 0, status: undefined })).toMatchObject({ outcome: 'again' });
});
