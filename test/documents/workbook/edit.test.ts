import { describe, expect, test } from '@jest/globals';
import { compile } from '#documents/workbook/compile.ts';
import { beginEmpty, beginFrom } from '#documents/workbook/edit/begin.ts';
import { rowsWhere, sheetsOf, tablesOf, withRows } from '#documents/workbook/edit/sheets.ts';
import { freshId, thingAt, thingIn, withoutThing, withThing } from '#documents/workbook/edit/thing.ts';
import { asEdition, deckAddress, townId } from '#documents/workbook/edit/town.ts';
import { languagesOf } from '#documents/workbook/table.ts';
import { catalogue } from '#test/wording/sample.ts';

const whole = beginFrom(catalogue, ['fr', 'en']);
const [health] = catalogue.domains.filter(({ id }) => id === 'health');
const trajectory = health?.trajectories[0]?.id ?? '';
const orientation = health?.orientations[0] ?? '';
const question = health?.questions[0]?.id ?? '';

describe('where a catalogue begins', () => {
  test('from another one it holds all of it, and is as right', () => {
    expect(rowsWhere(whole, 'trajectories', {})).toHaveLength(63);
    expect(compile(whole, catalogue.packs)).toHaveProperty('catalogue');
  });

  test('in one language it has no column of another', () => {
    const french = beginFrom(catalogue, ['fr']);
    expect(languagesOf(french)).toEqual(['fr']);
    for (const { header } of french.values())
      expect(header.filter((column) => /\(en\)/.test(column))).toEqual([]);
  });

  test('from nothing it holds who answers, how, and the names of its domains; nothing that is asked', () => {
    const empty = beginEmpty(catalogue, ['health', 'mobility'], ['fr']);
    expect(rowsWhere(empty, 'domains', {}).map(({ id }) => id)).toEqual(['mobility', 'health']);
    expect(rowsWhere(empty, 'people', {})).toEqual(rowsWhere(beginFrom(catalogue, ['fr']), 'people', {}));
    for (const name of [
      'questions',
      'options',
      'trajectories',
      'orientations',
      'cross-impacts',
      'said',
    ] as const)
      expect([name, rowsWhere(empty, name, {})]).toEqual([name, []]);
  });
});

describe('what is edited at one go', () => {
  test('is put back where it stood, and nothing else moves', () => {
    const thing = thingIn(whole, 'question', question);
    expect(thing.options.length).toBeGreaterThan(1);
    expect(sheetsOf(withThing(whole, 'question', question, thing))).toEqual(sheetsOf(whole));
  });

  test('goes with all that hangs on it', () => {
    const without = withoutThing(whole, 'question', question);
    for (const [name, where] of [
      ['questions', { id: question }],
      ['options', { question }],
      ['said', { of: question }],
    ] as const)
      expect(rowsWhere(without, name, where)).toEqual([]);
    expect(rowsWhere(withoutThing(whole, 'trajectory', trajectory), 'signals', { trajectory })).toEqual([]);
  });

  test('a direction that goes takes its judgements along, and a new one is judged 0 until somebody says otherwise', () => {
    const without = withoutThing(whole, 'orientation', orientation);
    const judged = rowsWhere(without, 'cross-impacts', {});
    expect(judged.filter(({ from, to }) => [from, to].includes(orientation))).toEqual([]);
    const fresh = withThing(whole, 'orientation', 'health-new', {
      ...thingIn(whole, 'orientation', orientation),
      main: [{ id: 'health-new', domain: 'health', 'title (fr)': 'Neuve', 'title (en)': 'New' }],
    });
    const its = rowsWhere(fresh, 'cross-impacts', { from: 'health-new' });
    expect(its).toHaveLength(15);
    expect(new Set(its.map(({ impact }) => impact))).toEqual(new Set(['0']));
    expect(rowsWhere(fresh, 'cross-impacts', { from: orientation })).toHaveLength(15);
  });

  test('a cell leads to the thing in which it is put right', () => {
    const rows = rowsWhere(whole, 'options', {});
    const at = rows.findIndex((cells) => cells.question === question);
    expect(thingAt(whole, 'options', at + 2)).toEqual({ kind: 'question', id: question });
    expect(thingAt(whole, 'glossary', 2)).toBeUndefined();
    expect(thingAt(whole, 'options', undefined)).toBeUndefined();
  });

  test('what is new has an id of its words that nothing bears', () => {
    expect(freshId(whole, 'health', 'Écoute à l’Étage !')).toBe('health-ecoute-a-l-etage');
    const taken = withRows(whole, {
      ...{ name: 'trajectories', where: { id: 'health-abri' }, languages: ['fr', 'en'] },
      rows: [{ id: 'health-abri', domain: 'health' }],
    });
    expect(freshId(taken, 'health', 'Abri')).toBe('health-abri-2');
  });
});

describe('an edition of a consultation', () => {
  const named = { id: 'bourg', version: '1.0.3', served: [catalogue] };
  const sources = (tables: typeof whole) =>
    new Map(rowsWhere(tables, 'trajectories', {}).map(({ id, source }) => [id, source]));

  test('bears its name and version, and says whose each trajectory is', () => {
    const edition = asEdition(whole, named);
    expect(rowsWhere(edition, 'catalogue', {})[0]).toMatchObject({ id: 'bourg', version: '1.0.3' });
    expect([...sources(edition).values()]).not.toContain('town');
  });

  test.each(['title (fr)', 'summary (en)', 'risk (fr)'])(
    'a trajectory with other words is the town’s (%s)',
    (column) => {
      const thing = thingIn(whole, 'trajectory', trajectory);
      const other = { ...thing, main: thing.main.map((cells) => ({ ...cells, [column]: 'Nos mots' })) };
      const edition = asEdition(withThing(whole, 'trajectory', trajectory, other), named);
      expect([...sources(edition)].filter(([, source]) => source === 'town')).toEqual([[trajectory, 'town']]);
    },
  );

  test('is kept and read back the same, without rows that hold nothing', () => {
    const blank = withRows(whole, { name: 'said', where: { of: 'x' }, rows: [{}], languages: ['fr', 'en'] });
    expect(sheetsOf(tablesOf(sheetsOf(blank)))).toEqual(sheetsOf(whole));
  });

  test.each([
    ['bourg', 'bourg'],
    ['2040', 'c-2040'],
    [`a${'-'.repeat(60)}`, 'a'],
  ])('of %s is called %s', (code, id) => {
    expect(townId(code)).toBe(id);
    expect(deckAddress(code, `${id}@1.0.0+abc`)).toBe(`/catalogue/${id}`);
    expect(deckAddress(code, catalogue.edition)).toBeUndefined();
  });
});
