import { expect, test } from '@jest/globals';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { newDraft } from '#domain/consultation/life-cycle.ts';
import { calendarOf } from '#domain/consultation/settings/calendar.ts';
import { viewOf } from '#test/cards/samples/view.ts';

const now = '2026-11-23T10:00:00.000Z';
const draft = newDraft(viewOf('fr').consultation, now);
const set = (given: Parameters<typeof calendarOf>[1], before: Consultation = draft) =>
  calendarOf(before, given, now);

test('it opens as a day begins and closes as one ends, where it is held', () => {
  const { changed, problems } = set({ opens: '2026-12-01', closes: '2027-03-31' });
  expect(changed).toEqual({ opensAt: '2026-11-30T23:00:00.000Z', closesAt: '2027-03-31T22:00:00.000Z' });
  expect(problems).toEqual([]);
  const inTahiti = set({ opens: '2026-12-01', closes: '2027-03-31', timeZone: 'Pacific/Tahiti' });
  expect(inTahiti.changed).toEqual({
    timeZone: 'Pacific/Tahiti',
    opensAt: '2026-12-01T10:00:00.000Z',
    closesAt: '2027-04-01T10:00:00.000Z',
  });
});

test('it opens at once today, when asked so, or when no day is given', () => {
  expect(set({ opens: '2026-11-23', closes: '2026-11-23' }).changed).toEqual({
    opensAt: now,
    closesAt: '2026-11-23T23:00:00.000Z',
  });
  for (const given of [{ opens: null }, { timeZone: 'Pacific/Tahiti' }, { timeZone: 'Pacific/Kiritimati' }])
    expect(set(given).changed).toMatchObject({ opensAt: now });
});

test('days stay the same days when the place changes', () => {
  const paris = { ...draft, ...set({ opens: '2026-12-01', closes: '2027-03-31' }).changed };
  expect(set({ timeZone: 'Asia/Tokyo' }, paris)).toMatchObject({
    changed: { opensAt: '2026-11-30T15:00:00.000Z', closesAt: '2027-03-31T15:00:00.000Z' },
    problems: [],
  });
});

test.each(['Asia/Tokyo', 'Europe/Berlin', 'UTC', 'Etc/GMT+3', 'America/Argentina/Ushuaia', 'Asia/Kolkata'])(
  '%s is kept',
  (timeZone) => {
    expect(set({ timeZone })).toMatchObject({ changed: { timeZone }, problems: [] });
  },
);

test.each(['Mars/Olympus', '+02:00', '', 'Paris, France'])('%j is no zone', (timeZone) => {
  expect(
    set({ timeZone, closes: '2001-01-01' }).problems.map(({ setting, code }) => [setting, code]),
  ).toEqual([
    ['timeZone', 'wrong-zone'],
    ['closes', 'past'],
  ]);
});

test('the first day is not after the last, whichever of the two is given', () => {
  const till: Consultation = { ...draft, ...set({ closes: '2026-12-31' }).changed };
  const wrongIn = (given: Parameters<typeof calendarOf>[1]) =>
    set(given, till).problems.map(({ setting, code }) => [setting, code]);
  expect(wrongIn({ opens: '2027-03-01' })).toEqual([['opens', 'order']]);
  expect(wrongIn({ opens: '2027-03-01', closes: '2026-12-31' })).toEqual([['opens', 'order']]);
  expect(wrongIn({ opens: '2027-03-01', closes: '2026-12-30' })).toEqual([['closes', 'order']]);
  expect(wrongIn({ opens: '2026-12-31' })).toEqual([]);
});

test.each(['Pacific/Tahiti', 'Pacific/Kiritimati', 'Europe/Paris'])(
  'days of a thousand years ago are no fault of the program in %s',
  (timeZone) => {
    const { problems } = set({ opens: '1000-01-01', closes: '1000-01-02', timeZone });
    expect(problems.map(({ code }) => code)).toEqual(['past']);
  },
);

test.each([
  ['asia/tokyo', 'Asia/Tokyo'],
  ['us/pacific', 'America/Los_Angeles'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
])('%s is kept as %s', (timeZone, kept) => {
  expect(set({ timeZone }).changed).toMatchObject({ timeZone: kept });
});

test('what stands there already is not found wrong, nor what is not asked', () => {
  const over: Consultation = { ...draft, closesAt: '2026-11-20T23:00:00.000Z' };
  expect(set({}, over)).toEqual({ changed: {}, drop: [], problems: [] });
  expect(set({ closes: '2026-11-20', opens: null }, over).problems).toEqual([]);
  expect(set({ closes: '2026-11-19' }, over).problems.map(({ code }) => code)).toEqual(['past']);
});
