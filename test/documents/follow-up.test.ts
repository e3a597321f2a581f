import { expect, test } from '@jest/globals';
import { report } from '#documents/report/outline.ts';
import { followUpTable } from '#documents/tables/follow-up-table.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { sampleResult } from './sample-result.ts';

const at = '2027-02-01T10:00:00.000Z';
const followUps: Consultation['followUps'] = [
  { id: 'a', state: 'study', why: { fr: 'Rien n’est décidé.' }, at },
  { id: 'b', state: 'done', why: { fr: 'C’est en place.', en: 'It is there.' }, at: at.replace('02', '05') },
  {
    id: 'c',
    state: 'refused',
    trajectory: 'mobility-avoided',
    why: { fr: 'Trop cher.' },
    charge: 'La voirie',
    at,
  },
];
const withAnswers = (language: string) => {
  const result = sampleResult(language, {});
  const { wording } = result;
  return { ...result, wording: { ...wording, consultation: { ...wording.consultation, followUps } } };
};
const headings = (result: Parameters<typeof report>[0]) =>
  report(result).flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));

test('the report has a section on what was done once there is something to say, and none before', () => {
  expect(headings(withAnswers('fr'))).toContain('Ce qui en a été fait');
  expect(headings(sampleResult('fr', {}))).not.toContain('Ce qui en a été fait');
  const blocks = report(withAnswers('fr'));
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Ce qui en a été fait');
  const lists = blocks.slice(from).filter((block) => block.kind === 'list');
  // The latest first, then what was answered before.
  expect(lists[0]?.items).toMatchObject([
    { text: expect.stringMatching(/^Fait, réponse du/), more: ['C’est en place.'] },
    { text: expect.stringMatching(/^À l’étude, réponse du/) },
  ]);
  expect(lists[1]?.items[0]?.more).toEqual(['Trop cher.', expect.stringContaining('La voirie')]);
});

test('the table has a row an answer, with codes for programs and words for people', () => {
  const { columns, rows } = followUpTable(withAnswers('en').wording);
  const cell = (row: number, id: string) => rows[row]?.[columns.findIndex((one) => one.id === id)];
  expect(rows).toHaveLength(3);
  expect([cell(0, 'state_id'), cell(0, 'state'), cell(0, 'why'), cell(0, 'trajectory_id')]).toEqual([
    ...['done', 'Done', 'It is there.'],
    null,
  ]);
  expect([cell(2, 'trajectory_id'), cell(2, 'charge'), cell(2, 'written_at')]).toEqual([
    ...['mobility-avoided', 'La voirie', at],
  ]);
});
