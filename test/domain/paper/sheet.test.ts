import { expect, test } from '@jest/globals';
import { progressOf } from '#dialogs/place/progress.ts';
import { inUse } from '#domain/consultation/content/in-use.ts';
import { judgeSheet } from '#domain/paper/judge-sheet.ts';
import { numberRanges } from '#domain/paper/number-ranges.ts';
import { onPaper, readAgain, sheetOf } from '#domain/paper/on-paper.ts';
import type { Sheet } from '#domain/paper/sheet.ts';
import { Participant } from '#domain/participant/participant.ts';
import { sharedTexts } from '#domain/participant/shared-texts.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { catalogue, newConsultation } from '../../conversations/world.ts';

const [at, later] = ['2026-11-23T10:00:00.000Z', '2026-11-24T10:00:00.000Z'];

const sheet: Sheet = {
  number: 12,
  roles: ['retired', 'citizen'],
  territory: 'rural-village',
  stances: { 'mobility-avoided': 2, 'mobility-one-ticket': -1, 'health-home-monitoring': 'dont-know' },
  remarks: { mobility: 'Un arrêt de car devant la mairie.' },
};
const person = (given = sheet) =>
  onPaper(given, { consultation: 'decouverte', catalogue, language: 'fr', now: at, seed: 7 });

test('a sheet is somebody as any other: their views count, their remark may be read, nothing else is asked of them', () => {
  const made = Participant.parse(person());
  expect(made).toMatchObject({ sheet: 12, device: 'paper', consent: { at }, castAt: at });
  expect(contributionOf(made)).toMatchObject({
    roles: ['retired', 'citizen'],
    territory: 'rural-village',
    ballots: { 'mobility-avoided': { stance: 2, kept: false } },
  });
  expect(sharedTexts(made)).toEqual([
    { item: 'mobility-own-words', kind: 'answer', text: 'Un arrêt de car devant la mairie.' },
  ]);
  const progress = progressOf(made, { catalogue, consultation: newConsultation() });
  const states = Object.fromEntries(progress?.domains.map(({ domain, state }) => [domain, state]) ?? []);
  expect(states).toMatchObject({ mobility: 'done', health: 'done', commerce: 'untouched' });
  expect(progress?.items).toEqual({
    'mobility-avoided': 'answered',
    'mobility-one-ticket': 'answered',
    'health-home-monitoring': 'dont-know',
  });
});

test('what was entered comes back as it was, to be corrected', () => {
  expect(sheetOf(person(), catalogue)).toEqual(sheet);
  const bare = { number: 3, roles: [], stances: { 'mobility-avoided': 0 }, remarks: {} } as const;
  expect(sheetOf(person(bare), catalogue)).toEqual(bare);
  const { sheet: _, ...online } = person();
  expect(sheetOf(online, catalogue)).toBeUndefined();
});

test('a remark keeps nothing that turns round what is read after it, and one of nothing else is none', () => {
  const turned = { ...sheet, remarks: { mobility: '\u202eUn arrêt.\u0000', health: '\u200b\u202e' } };
  expect(sharedTexts(person(turned)).map(({ text }) => text)).toEqual(['Un arrêt.']);
});

test('read again, the same sheet changes nothing; another view is a new one, another remark alone is not', () => {
  const before = person();
  expect(readAgain(before, sheet, { catalogue, now: later })).toBe(before);
  const reworded = readAgain(before, { ...sheet, remarks: {} }, { catalogue, now: later });
  expect(reworded).toMatchObject({ castAt: at, answeredAt: later, answers: {} });
  const other = readAgain(
    before,
    { ...sheet, stances: { 'mobility-avoided': -2 } },
    { catalogue, now: later },
  );
  expect(other).toMatchObject({ castAt: later, startedAt: at, sheet: 12 });
  expect(Object.keys(other.ballots)).toEqual(['mobility-avoided']);
});

test.each<[string, Partial<Sheet>, readonly object[]]>([
  ['nothing wrong', {}, []],
  ['no number', { number: Number.NaN }, [{ at: 'number', code: 'number' }]],
  ['a number too large', { number: 100_000 }, [{ at: 'number', code: 'number' }]],
  ['half a number', { number: 1.5 }, [{ at: 'number', code: 'number' }]],
  ['a role that is not known', { roles: ['astronaut'] }, [{ at: 'roles', code: 'unknown' }]],
  ['a place that is not known', { territory: 'moon' }, [{ at: 'territory', code: 'unknown' }]],
  ['no view at all', { stances: {} }, [{ at: 'stances', code: 'nothing' }]],
  ['a trajectory of elsewhere', { stances: { zebra: 1 } }, [{ at: 'stance', id: 'zebra', code: 'unknown' }]],
  ['too long a remark', { remarks: { mobility: 'x'.repeat(401) } }, [{ at: 'remark', id: 'mobility' }]],
])('judged: %s', (_, change, expected) => {
  expect(judgeSheet({ ...sheet, ...change }, catalogue)).toMatchObject(expected);
});

test('a domain that takes no words of people takes no remark', () => {
  const short = { ...catalogue, domains: catalogue.domains.map((one) => ({ ...one, questions: [] })) };
  expect(judgeSheet(sheet, short)).toMatchObject([{ at: 'remark', id: 'mobility', code: 'no-remark' }]);
});

test('numbers in short', () => {
  expect(numberRanges([3, 1, 2, 7, 9, 8])).toBe('1-3, 7-9');
  expect(numberRanges([])).toBe('');
  expect(numberRanges([1, 3, 5, 7, 9], 8)).toBe('1, 3, 5…');
});

test('a short consultation asks no words of people, and its paper takes them all the same', () => {
  const short = inUse(catalogue, { length: 'short' });
  expect(judgeSheet(sheet, short)).toEqual([]);
  const made = onPaper(sheet, {
    ...{ consultation: 'decouverte', catalogue: short, language: 'fr', now: at, seed: 7 },
  });
  expect(sheetOf(made, short)).toEqual(sheet);
});
