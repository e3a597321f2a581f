import { languagesOf, type TableName, type Tables } from '../table.ts';
import { type Cells, rowsWhere, withRows } from './sheets.ts';

/** What is edited at one go. */
export const thingKinds = ['domain', 'question', 'trajectory', 'orientation', 'judgements'] as const;
export type ThingKind = (typeof thingKinds)[number];

/** The rows of a thing: its own, the answers to choose from, what people say for them, or its judgements on others. */
export interface Thing {
  readonly main: readonly Cells[];
  readonly options: readonly Cells[];
  readonly said: readonly Cells[];
  readonly signals: readonly Cells[];
}

type Group = keyof Thing;
type Homes = readonly (readonly [group: Group, sheet: TableName, where: Cells])[];

/** Where the rows of a thing stand. */
function homes(kind: ThingKind, id: string): Homes {
  switch (kind) {
    case 'domain':
      return [
        ['main', 'domains', { id }],
        ['said', 'said', { of: 'domain', id }],
      ];
    case 'question':
      return [
        ['main', 'questions', { id }],
        ['options', 'options', { question: id }],
        ['said', 'said', { of: id }],
      ];
    case 'trajectory':
      return [
        ['main', 'trajectories', { id }],
        ['signals', 'signals', { trajectory: id }],
      ];
    case 'orientation':
      return [['main', 'orientations', { id }]];
    case 'judgements':
      return [['main', 'cross-impacts', { from: id }]];
  }
}

const none: Thing = { main: [], options: [], said: [], signals: [] };

export const thingIn = (tables: Tables, kind: ThingKind, id: string): Thing => ({
  ...none,
  ...Object.fromEntries(
    homes(kind, id).map(([group, sheet, where]) => [group, rowsWhere(tables, sheet, where)]),
  ),
});

/** The sheets with a thing as it is now; its rows stay where they stood, those of a new one come last. */
export function withThing(tables: Tables, kind: ThingKind, id: string, thing: Thing): Tables {
  const languages = languagesOf(tables);
  const changed = homes(kind, id).reduce(
    (all, [group, name, where]) => withRows(all, { name, where, rows: thing[group], languages }),
    tables,
  );
  return kind === 'orientation' ? evenJudgements(changed) : changed;
}

export const withoutThing = (tables: Tables, kind: ThingKind, id: string): Tables =>
  withThing(tables, kind, id, none);

/** The sheet and the id column that a cell belongs to, as a thing: where a problem is put right. */
export function thingAt(
  tables: Tables,
  sheet: string | undefined,
  row: number | undefined,
): { readonly kind: ThingKind; readonly id: string } | undefined {
  const [kind, column] = places[sheet ?? ''] ?? [];
  const table = [...tables.values()].find(({ name }) => name === sheet);
  const cells = row === undefined ? undefined : table?.rows[row - 1 - (table.headerRow ?? 1)];
  const id = cells?.[table?.header.indexOf(column ?? '') ?? -1];
  return kind === undefined || id === undefined || id === '' ? undefined : { kind, id };
}

const places: Readonly<Record<string, readonly [ThingKind, string]>> = {
  domains: ['domain', 'id'],
  questions: ['question', 'id'],
  options: ['question', 'question'],
  said: ['question', 'of'],
  trajectories: ['trajectory', 'id'],
  signals: ['trajectory', 'trajectory'],
  orientations: ['orientation', 'id'],
  'cross-impacts': ['judgements', 'from'],
};

/** Where anything is judged, each direction is judged on each of the other domains: 0 where nobody has said, none of what is gone. */
function evenJudgements(tables: Tables): Tables {
  const before = rowsWhere(tables, 'cross-impacts', {});
  if (before.length === 0) return tables;
  const all = rowsWhere(tables, 'orientations', {});
  const known = new Map(before.map((cells) => [`${cells.from} ${cells.to}`, cells]));
  const rows = all.flatMap(({ id: from = '', domain }) =>
    all
      .filter((other) => other.domain !== domain)
      .map(({ id: to = '' }) => known.get(`${from} ${to}`) ?? { from, to, impact: '0' }),
  );
  return withRows(tables, { name: 'cross-impacts', where: {}, rows, languages: languagesOf(tables) });
}

/** An id for something new, of its words, that nothing bears yet. */
export function freshId(tables: Tables, start: string, words: string): string {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = `${start}-${plain}`
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  const taken = new Set(
    (['questions', 'trajectories', 'orientations', 'options'] as const).flatMap((name) =>
      rowsWhere(tables, name, {}).map(({ id }) => id),
    ),
  );
  return firstFree(slug, taken);
}

/** The id itself, or with the first number that makes it one that nothing bears. */
export function firstFree(wanted: string, taken: ReadonlySet<string | undefined>): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.has(id)) return id;
  }
}
