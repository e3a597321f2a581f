import { expect, test } from '@jest/globals';
import { type FollowUp, followUpBounds, followUpTopics } from '#domain/consultation/follow-up/follow-up.ts';
import { followUpDue, mayFollowUp, toldOf } from '#domain/consultation/follow-up/follow-up-due.ts';
import { judgeFollowUp, saysTheSame } from '#domain/consultation/follow-up/judge-follow-up.ts';
import { copyOf } from '#domain/consultation/life-cycle.ts';
import { newConsultation } from '../../conversations/world.ts';

const held = { trajectories: ['bus', 'bike'], languages: ['fr', 'en'] };
const good = { state: 'kept', why: { fr: 'Le budget est voté.', en: '' } };
const problemsOf = (saying: Parameters<typeof judgeFollowUp>[0]) => {
  const judged = judgeFollowUp(saying, held);
  return 'problems' in judged ? judged.problems.map(({ path, code }) => `${path.join('.')}: ${code}`) : [];
};

test('an answer needs a state and a reason in one language; the rest may be left empty', () => {
  expect(judgeFollowUp({ ...good, trajectory: '', charge: '  ' }, held)).toEqual({
    words: { state: 'kept', why: { fr: 'Le budget est voté.' } },
  });
  expect(
    judgeFollowUp({ ...good, trajectory: 'bus', charge: ' Voirie ', why: { en: 'a\r\nb ' } }, held),
  ).toEqual({ words: { state: 'kept', trajectory: 'bus', charge: 'Voirie', why: { en: 'a\nb' } } });
});

test('nothing in it turns round what is read after it, nor hides', () => {
  const turned = { ...good, charge: 'Voi\u202erie\n2', why: { fr: '\u202eVoté.\r\n👩\u200d🔧\u0000\ud800' } };
  expect(judgeFollowUp(turned, held)).toEqual({
    words: { state: 'kept', charge: 'Voi rie 2', why: { fr: 'Voté.\n👩\u200d🔧' } },
  });
  expect(problemsOf({ ...good, why: { fr: '\u200b\u202e' } })).toEqual(['why.fr: why']);
});

test.each<[string, Parameters<typeof judgeFollowUp>[0], readonly string[]]>([
  ['nothing at all', { why: {} }, ['state: state', 'why.fr: why']],
  ['a state of another kind', { ...good, state: 'maybe' }, ['state: state']],
  ['a trajectory that is not asked about', { ...good, trajectory: 'rocket' }, ['trajectory: trajectory']],
  ['a language that it is not held in', { ...good, why: { de: 'Ja' } }, ['why.de: language']],
  ['too long a reason', { ...good, why: { fr: 'x'.repeat(followUpBounds.why + 1) } }, ['why.fr: why-long']],
  ['too long a service', { ...good, charge: 'x'.repeat(followUpBounds.charge + 1) }, ['charge: charge-long']],
  ['a reason of blanks', { ...good, why: { fr: ' \n ' } }, ['why.fr: why']],
])('what is wrong is told at its place: %s', (_, saying, problems) => {
  expect(problemsOf(saying)).toEqual(problems);
});

test('two answers say the same whatever the order of their languages', () => {
  const one = { state: 'kept', why: { fr: 'a', en: 'b' } } as const;
  expect(saysTheSame(one, { ...one, why: { en: 'b', fr: 'a' } })).toBe(true);
  expect(saysTheSame(one, { ...one, charge: 'Voirie' })).toBe(false);
  expect(saysTheSame(one, { ...one, trajectory: 'bus' })).toBe(false);
});

const one = (id: string, at: string, trajectory?: string): FollowUp => ({
  ...{ id, at, state: 'study', why: { fr: id } },
  ...(trajectory !== undefined && { trajectory }),
});

test('the whole comes first, then trajectories in their order; the latest answer holds, and those before stay', () => {
  const all = [
    one('bike', '2027-01-01T00:00:00.000Z', 'bike'),
    one('bus', '2027-01-02T00:00:00.000Z', 'bus'),
    one('gone', '2027-01-02T00:00:00.000Z', 'of another catalogue'),
    one('whole', '2027-01-03T00:00:00.000Z'),
    one('bus again', '2027-02-01T00:00:00.000Z', 'bus'),
    one('bus at the same moment', '2027-02-01T00:00:00.000Z', 'bus'),
  ];
  const told = followUpTopics(all, ['bus', 'bike']).map(({ latest, earlier }) => [
    latest.id,
    earlier.map(({ id }) => id),
  ]);
  expect(told).toEqual([
    ['whole', []],
    ['bus at the same moment', ['bus again', 'bus']],
    ['bike', []],
    ['gone', []],
  ]);
});

const over = { closed: true, closedAt: '2026-11-20T10:00:00.000Z' };
const threeMonthsLater = '2027-02-19T23:00:00.000Z';

test('those who facilitate are reminded three months after the end, on the day, where people were told nothing', () => {
  const due = (change: Parameters<typeof newConsultation>[0], now = threeMonthsLater) =>
    followUpDue(newConsultation({ ...over, ...change }), now);
  expect(due({})).toBe(true);
  expect(due({}, '2027-02-19T22:59:59.000Z')).toBe(false);
  expect(due({ toldAt: '2027-01-01T00:00:00.000Z' })).toBe(false);
  expect(due({ followUps: [one('x', '2027-01-01T00:00:00.000Z')] })).toBe(false);
  expect(due({ archivedAt: '2027-01-01T00:00:00.000Z' })).toBe(false);
  expect(due({ followUpRemindedAt: threeMonthsLater })).toBe(false);
  expect(due({ closed: false, closedAt: undefined })).toBe(false);
  // Nobody knows when it ended.
  expect(due({ closedAt: undefined })).toBe(false);
});

test('a consultation that was opened again owes another answer', () => {
  const its = newConsultation({
    ...{ ...over, closedAt: '2027-06-01T00:00:00.000Z', reopenedAt: '2027-03-01T00:00:00.000Z' },
    ...{ followUps: [one('x', '2027-01-01T00:00:00.000Z')], followUpRemindedAt: '2027-02-20T00:00:00.000Z' },
  });
  expect(toldOf(its)).toBeUndefined();
  expect(followUpDue(its, '2027-09-02T00:00:00.000Z')).toBe(true);
});

test('it is written once nobody answers any more, and for as long as the consultation is there', () => {
  const may = (change: Parameters<typeof newConsultation>[0]) =>
    mayFollowUp(newConsultation(change), threeMonthsLater);
  expect(may(over)).toBe(true);
  expect(may({ ...over, archivedAt: threeMonthsLater })).toBe(true);
  expect(may({})).toBe(false);
  expect(may({ draft: true })).toBe(false);
});

test('a copy of a consultation has none of it', () => {
  const its = newConsultation({ ...over, followUps: [one('x', over.closedAt)] });
  const copy = copyOf({ ...its, followUpRemindedAt: threeMonthsLater }, 'copy', (of) => of, threeMonthsLater);
  expect(copy).not.toHaveProperty('followUps');
  expect(copy).not.toHaveProperty('followUpRemindedAt');
});
