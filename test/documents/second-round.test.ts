import { describe, expect, test } from '@jest/globals';
import { report } from '#documents/report/outline.ts';
import { slidesOf } from '#documents/slides/slides.ts';
import { csv } from '#documents/tables/csv-of.ts';
import { json } from '#documents/tables/json/json.ts';
import { ResultForm, resultSchema } from '#documents/tables/json/result-form.ts';
import { openTables } from '#documents/tables/open-data/open-tables.ts';
import { participationTable } from '#documents/tables/participation-table.ts';
import { resultTable } from '#documents/tables/result-table.ts';
import type { Table } from '#documents/tables/table.ts';
import type { Shift } from '#domain/results/group-scenario.ts';
import { coarseScenario } from '#scenario/group.ts';
import { languages } from '#test/wording/sample.ts';
import { sampleResult } from './sample-result.ts';

const result = sampleResult('fr', { people: 120, isSecond: true });
const { shift } = result.scenario;
if (shift === undefined) throw new Error('Nobody looked again');
const moved = (of: Shift) => of.trajectories.filter(({ towards }) => towards !== undefined);
const hidden = shift.trajectories.find(({ towards }) => towards === undefined);
const told = moved(shift).find(({ towards }) => (towards?.for ?? 0) > 0);

const cells = ({ columns, rows }: Table, find: (row: Readonly<Record<string, unknown>>) => boolean) =>
  rows.map((row) => Object.fromEntries(columns.map(({ id }, i) => [id, row[i]]))).find((row) => find(row));
const headings = (one: typeof result) =>
  report(one).flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));

describe('what a second round moved, in what leaves', () => {
  test('stands in the table of trajectories: both rounds, who kept and moved, the shift with its interval', () => {
    const row = cells(resultTable(result), ({ trajectory_id: id }) => id === told?.trajectory);
    expect(row).toMatchObject({
      looked_again: told?.n,
      first_n: told?.before?.n,
      first_support: expect.closeTo(told?.before?.support ?? 0, 3),
      moved_for: told?.towards?.for,
      moved_against: told?.towards?.against,
      stance_kept: told?.towards?.same,
      shift: expect.closeTo(told?.mean?.value ?? 0, 3),
      shift_low: expect.closeTo(told?.mean?.low ?? 0, 3),
      shift_high: expect.closeTo(told?.mean?.high ?? 0, 3),
    });
    expect(new TextDecoder().decode(csv(result))).toContain('Écart moyen, haut de la marge');
    expect(openTables(result).resultats).toEqual(resultTable(result));
  });

  test('hides in a table what the page hides', () => {
    const row = cells(resultTable(result), ({ trajectory_id: id }) => id === hidden?.trajectory);
    expect(row).toMatchObject({ looked_again: hidden?.n, moved_for: null, stance_kept: null, shift: null });
    const few = { ...result, scenario: { ...result.scenario, shift: { ...shift, people: { n: 60 } } } };
    const rows = (one: typeof result) =>
      cells(participationTable(one), ({ part_id, id }) => part_id === 'second-round' && id === 'moved');
    expect(rows(result)).toMatchObject({ people: shift.people.moved, note: null });
    expect(rows(few)).toMatchObject({ people: null, note: expect.stringContaining('moins de cinq') });
  });

  test('is told in the report, as the page tells it, and on a slide of its own', () => {
    expect(headings(result)).toContain('Le second tour');
    const blocks = report(result);
    const table = blocks.find((block) => block.kind === 'table' && block.head.includes('Écart moyen'));
    if (table?.kind !== 'table') throw new Error('No table');
    expect(table.rows).toHaveLength(shift.trajectories.length);
    expect(table.widths).toHaveLength(table.head.length);
    const slides = slidesOf(result);
    expect(slides).toHaveLength(6);
    expect(slides[4]).toMatchObject({ title: 'Le second tour' });
    expect(JSON.stringify(slides[4])).toMatch(/personnes plus favorables/);
  });

  test('is in the data for programs, whose form says what each number is', () => {
    const data = ResultForm.parse(JSON.parse(new TextDecoder().decode(json(result))));
    expect(data.secondRound).toEqual(shift);
    const form = JSON.stringify(resultSchema('https://example.org'));
    for (const words of [
      'People who took a stance in both rounds',
      'with its 95 % interval',
      'moved towards it',
    ])
      expect(form).toContain(words);
  });

  test('is nowhere in a provisional result, nor without a second round', () => {
    const provisional = {
      ...result,
      kind: 'provisional' as const,
      scenario: coarseScenario(result.scenario, 5, () => 0),
    };
    for (const one of [provisional, sampleResult('fr')]) {
      expect(headings(one)).not.toContain('Le second tour');
      expect(slidesOf(one)).toHaveLength(5);
      expect(new TextDecoder().decode(json(one))).not.toContain('secondRound');
      expect(new TextDecoder().decode(csv(one))).not.toContain('Écart moyen');
      expect(cells(participationTable(one), ({ part_id }) => part_id === 'second-round')).toBeUndefined();
    }
  });

  test.each(languages)('is said in whole words (%s)', (language) => {
    const one = sampleResult(language, { people: 120, isSecond: true });
    const said = JSON.stringify([report(one), slidesOf(one), resultTable(one), participationTable(one)]);
    expect(said).not.toMatch(/undefined|NaN|round\.shift|tables\.(column|about)/);
  });
});
