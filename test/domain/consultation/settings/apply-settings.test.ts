import { describe, expect, test } from '@jest/globals';
import { applySettings } from '#domain/consultation/settings/apply-settings.ts';
import type { ConsultationSettings } from '#domain/consultation/settings/settings.ts';
import { catalogue, newConsultation } from '#test/conversations/world.ts';

const now = '2026-11-23T10:00:00.000Z';
const draft = newConsultation({ draft: true });
const context = { catalogues: [catalogue] as const, now, usualInformation: () => 'Comme toujours.' };

const set = (given: ConsultationSettings, before = draft) => {
  const applied = applySettings(before, given, context);
  if ('problems' in applied) throw new Error(JSON.stringify(applied.problems));
  return applied.consultation;
};
const wrongIn = (given: ConsultationSettings, before = draft) => {
  const applied = applySettings(before, given, context);
  return 'problems' in applied
    ? applied.problems.map(({ setting, path, code }) => [setting, ...path, code].join('/'))
    : [];
};

test('what is left out stays', () => {
  expect(set({})).toEqual(draft);
});

test('how many people are expected may be said, changed while people answer, and taken back', () => {
  const open = newConsultation();
  const said = set({ expected: 20 }, open);
  expect(said.expected).toBe(20);
  expect(set({ expected: 35 }, said).expected).toBe(35);
  expect(set({ closes: null }, said).expected).toBe(20);
  expect(set({ expected: null }, said)).not.toHaveProperty('expected');
});

test('the colour of papers is kept in one way, however it was written, and taken back', () => {
  const blue = set({ accent: ' 1D4E9E ' }, newConsultation());
  expect(blue.accent).toBe('#1d4e9e');
  expect(set({}, blue).accent).toBe('#1d4e9e');
  for (const accent of [null, ' ']) expect(set({ accent }, blue)).not.toHaveProperty('accent');
});

describe('time zones', () => {
  test.each(['Asia/Tokyo', 'Europe/Berlin', 'UTC'])('%s is kept', (timeZone) => {
    expect(set({ timeZone }).timeZone).toBe(timeZone);
  });
  test('the usual one stands nowhere', () => {
    const elsewhere = newConsultation({ draft: true, timeZone: 'Asia/Tokyo' });
    expect(set({ timeZone: 'Europe/Paris' }, elsewhere)).not.toHaveProperty('timeZone');
  });
  test('a draft moved elsewhere keeps its days, and a moment that is no beginning of a day', () => {
    const days = set({ opens: '2027-03-01', closes: '2027-03-31' });
    expect(set({ timeZone: 'Pacific/Tahiti' }, days)).toMatchObject({
      opensAt: '2027-03-01T10:00:00.000Z',
      closesAt: '2027-04-01T10:00:00.000Z',
    });
    const atOnce = newConsultation({ draft: true, opensAt: now });
    expect(set({ timeZone: 'Pacific/Tahiti' }, atOnce).opensAt).toBe(now);
  });
});

test.each<[ConsultationSettings, readonly string[]]>([
  [{ timeZone: 'Mars/Olympus' }, ['timeZone/wrong-zone']],
  [{ contact: 'c'.repeat(300) }, ['contact/long-contact']],
  [{ contact: 'c'.repeat(200) }, []],
  [{ closes: '2026-11-22' }, ['closes/past']],
  [{ closes: '2026-11-23' }, []],
  [{ opens: '2027-01-02', closes: '2027-01-01' }, ['closes/order']],
  [{ opens: '2027-02-29' }, ['opens/no-day']],
  [{ minGroup: 4 }, ['minGroup/wrong-group']],
  [{ expected: 0 }, ['expected/wrong-expected']],
  [{ expected: 2.5 }, ['expected/wrong-expected']],
  [{ expected: 1_000_001 }, ['expected/wrong-expected']],
  [{ expected: 20 }, []],
  [{ accent: 'bleu' }, ['accent/wrong-accent']],
  [{ accent: '#12345' }, ['accent/wrong-accent']],
  [{ accent: 'red;x' }, ['accent/wrong-accent']],
  [{ accent: '#1D4E9E' }, []],
  [{ retentionMonths: 0 }, ['retentionMonths/wrong-retention']],
  [{ controller: 'x' }, ['controller/no-controller']],
  [{ code: 'Été !' }, ['code/wrong-code']],
  [{ languages: [] }, ['languages/no-language']],
  [{ languages: ['fr', 'xx'] }, ['languages/1/unknown']],
  [{ title: { fr: 'x' } }, ['title/fr/wrong-title']],
  [{ domains: [] }, ['domains/no-domain']],
  [{ trajectories: ['nowhere'] }, ['trajectories/0/unknown', 'domains/no-trajectory']],
  [{ catalogue: 'nowhere@1.0.0' }, ['catalogue/unknown']],
  [{ frameOrigins: ['https://a.example', 'https://*.b.example'] }, ['frameOrigins/1/origin']],
  [{ information: { fr: 'i'.repeat(3001) } }, ['information/fr/long-information']],
])('%j: %j', (given, problems) => {
  expect(wrongIn(given)).toEqual(problems);
});

test('who sees provisional results is said, and the usual one stands nowhere', () => {
  const draft = set({ provisionalFor: 'nobody' });
  expect(draft.provisionalFor).toBe('nobody');
  expect(set({ provisionalFor: 'answered' }, draft)).not.toHaveProperty('provisionalFor');
  expect(set({ provisionalFor: 'facilitators' }, newConsultation()).provisionalFor).toBe('facilitators');
});

test('what is over is not opened again by another closing day', () => {
  const over = newConsultation({ closesAt: '2026-11-20T23:00:00.000Z' });
  expect(wrongIn({ closes: '2026-12-15' }, over)).toEqual(['closes/over']);
  expect(wrongIn({ closes: null }, over)).toEqual(['closes/over']);
  expect(wrongIn({ closes: '2026-11-20' }, over)).toEqual([]);
});

test('once open, what people were told stays', () => {
  const open = newConsultation();
  expect(wrongIn({ minGroup: 12, domains: ['mobility'], contact: 'x' }, open)).toEqual([
    'domains/fixed',
    'minGroup/fixed',
  ]);
  expect(set({ contact: 'x' }, open).controller.contact).toBe('x');
});

test('an information that says what is usual follows the settings by itself', () => {
  expect(set({ information: { fr: 'Comme toujours.', en: 'Ours.' } }).information).toEqual({ en: 'Ours.' });
  expect(set({ information: { fr: ' ', en: '' } })).not.toHaveProperty('information');
});
