import { type Cell, Draft } from './draft.ts';
import { languagesIn, type Table, type TableName, textColumn, unlisted } from './table.ts';

/** One row, read by the names of its columns. */
interface Row {
  readonly get: (column: string) => string;
  readonly from: (column?: string) => Cell;
}

/** The files of the catalogue that sheets describe. What is wrong in them is found by checking the files. */
export function fromTables(tables: ReadonlyMap<TableName, Table>): Draft {
  const draft = new Draft();
  const rows = (name: TableName): readonly Row[] => rowsOf(tables.get(name));
  const languages = languagesIn(tables.get('catalogue')?.header ?? []);
  /** Puts a text in each language that has one. */
  const say = (
    row: Row,
    column: string,
    file: string,
    path: readonly (string | number)[],
    optional = false,
  ) => {
    for (const language of languages) {
      const name = textColumn(column, language);
      const text = row.get(name);
      if (text !== '' || !optional) draft.put(`${language}/${file}`, path, text, row.from(name));
    }
  };
  const domainOf = new Map<string, string>();

  for (const row of rows('catalogue')) {
    draft.put('catalogue.yaml', ['id'], row.get('id'), row.from('id'));
    draft.put('catalogue.yaml', ['version'], row.get('version'), row.from('version'));
    say(row, 'title', 'common.yaml', ['title']);
    say(row, 'description', 'common.yaml', ['description']);
  }
  const kinds = { role: 'roles', territory: 'territories' } as const;
  for (const [kind, key] of Object.entries(kinds)) {
    const theirs = rows('people').filter((row) => row.get('kind') === kind);
    const [first] = theirs;
    if (first !== undefined)
      draft.put(
        'catalogue.yaml',
        [key],
        theirs.map((row) => row.get('id')),
        first.from('id'),
      );
    for (const row of theirs) say(row, 'title', 'common.yaml', [key, row.get('id')]);
  }
  for (const row of rows('catalogue'))
    draft.put('catalogue.yaml', ['domains'], unlisted(row.get('domains')), row.from('domains'));
  const scales: Readonly<Record<string, string>> = {
    stance: 'stances',
    horizon: 'horizons',
    criterion: 'criteria',
  };
  for (const row of rows('scales'))
    say(row, 'title', 'common.yaml', [scales[row.get('scale')] ?? row.get('scale'), row.get('id')]);

  for (const row of rows('domains')) {
    const file = `domains/${row.get('id')}.yaml`;
    draft.put(file, ['themes'], unlisted(row.get('themes')), row.from('themes'));
    say(row, 'title', file, ['title']);
    say(row, 'description', file, ['description']);
    for (const key of ['questions', 'orientations', 'trajectories'])
      for (const language of languages) draft.put(`${language}/${file}`, [key], {}, row.from());
  }
  const oriented = new Map<string, string[]>();
  for (const row of rows('orientations')) {
    const file = `domains/${row.get('domain')}.yaml`;
    const list = [...(oriented.get(file) ?? []), row.get('id')];
    oriented.set(file, list);
    draft.put(file, ['orientations'], list, row.from('id'));
    say(row, 'title', file, ['orientations', row.get('id'), 'title']);
    say(row, 'description', file, ['orientations', row.get('id'), 'description']);
  }
  for (const row of rows('questions')) {
    const id = row.get('id');
    const file = `domains/${row.get('domain')}.yaml`;
    domainOf.set(id, file);
    const own = rows('options').filter((option) => option.get('question') === id);
    const kind = row.get('kind');
    const visibleIf = conditionOf(row, 'if ');
    draft.add(
      file,
      'questions',
      {
        id,
        kind,
        ...(visibleIf !== undefined && { visibleIf }),
        ...(kind !== 'scale' && kind !== 'text' && { options: own.map((option) => option.get('id')) }),
        ...(row.get('max') !== '' && { max: number(row.get('max')) }),
      },
      row.from(),
    );
    say(row, 'title', file, ['questions', id, 'title']);
    say(row, 'hint', file, ['questions', id, 'hint'], true);
    if (kind === 'scale') {
      const [first] = own;
      for (const language of languages) {
        const points = own.map((option) => option.get(textColumn('title', language)));
        if (first !== undefined)
          draft.put(
            `${language}/${file}`,
            ['questions', id, 'points'],
            points,
            first.from(textColumn('title', language)),
          );
      }
    } else
      for (const option of own) say(option, 'title', file, ['questions', id, 'options', option.get('id')]);
  }
  for (const row of rows('trajectories')) {
    const id = row.get('id');
    const file = `domains/${row.get('domain')}.yaml`;
    const signals = rows('signals')
      .filter((signal) => signal.get('trajectory') === id)
      .map((signal) => ({
        when:
          signal.get('roles') !== ''
            ? { roles: unlisted(signal.get('roles')), ...conditionOf(signal, '') }
            : (conditionOf(signal, '') ?? {}),
        weight: number(signal.get('weight')),
      }));
    const plain = { source: row.get('source'), orientation: row.get('orientation') };
    const lists = Object.fromEntries(
      ['tags', 'territories', 'criteria'].map((key) => [key, unlisted(row.get(key))]),
    );
    draft.add(file, 'trajectories', { id, ...plain, ...lists, signals }, row.from());
    for (const column of ['title', 'summary', 'benefit', 'risk', 'example'])
      say(row, column, file, ['trajectories', id, column]);
  }
  for (const row of rows('cross-impacts')) {
    const path = [row.get('from'), row.get('to')];
    draft.put('cross-impacts.yaml', path, number(row.get('impact')), row.from('impact'));
    for (const language of languages) {
      const name = textColumn('reason', language);
      const file = `${language}/cross-impacts.yaml`;
      if (row.get(name) !== '') draft.put(file, path, row.get(name), row.from(name));
    }
  }
  return draft;
}

function rowsOf(table: Table | undefined): readonly Row[] {
  if (table === undefined) return [];
  return table.rows.flatMap((cells, index) => {
    if (cells.every((text) => text === '')) return [];
    return [
      {
        get: (column: string) => cells[table.header.indexOf(column)] ?? '',
        from: (column?: string) => ({
          sheet: table.name,
          row: index + 2,
          ...(column !== undefined && { column }),
        }),
      },
    ];
  });
}

/** `prefix` is what stands before the names of the columns. */
function conditionOf(row: Row, prefix: string): Record<string, unknown> | undefined {
  const question = row.get(`${prefix}question`);
  const [is, atLeast, atMost] = ['is', 'at least', 'at most'].map((name) => row.get(`${prefix}${name}`));
  if (`${question}${is}${atLeast}${atMost}` === '') return undefined;
  return {
    question,
    ...(is !== undefined && is !== '' && { is: unlisted(is) }),
    ...(atLeast !== undefined && atLeast !== '' && { atLeast: number(atLeast) }),
    ...(atMost !== undefined && atMost !== '' && { atMost: number(atMost) }),
  };
}

/** A number as typed; what is none stays as it is, to be told by the check. */
const number = (text: string): number | string => (/^-?\d{1,6}$/.test(text) ? Number(text) : text);
