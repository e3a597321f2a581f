/** One sheet of a workbook: every cell is text, an empty one is ''. */
export interface WorkbookTable<Name = string> {
  readonly name: Name;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The number of its header's row in the file that it was read from; absent: the first. */
  readonly headerRow?: number;
}

/** The sheets, in the order in which they stand in a workbook. */
export const tableNames = [
  'catalogue',
  'people',
  'scales',
  'domains',
  'orientations',
  'questions',
  'options',
  'trajectories',
  'signals',
  'cross-impacts',
  'said',
  'glossary',
] as const;
export type TableName = (typeof tableNames)[number];

/** The columns of each sheet; those that are text have one column a language, such as `title (fr)`. */
export const columns: Readonly<
  Record<TableName, { readonly plain: readonly string[]; readonly text: readonly string[] }>
> = {
  catalogue: { plain: ['id', 'version', 'domains'], text: ['title', 'description'] },
  people: { plain: ['kind', 'id'], text: ['title'] },
  scales: { plain: ['scale', 'id'], text: ['title'] },
  domains: { plain: ['id', 'themes'], text: ['title', 'description'] },
  orientations: { plain: ['domain', 'id'], text: ['title', 'description'] },
  questions: {
    plain: ['domain', 'id', 'kind', 'max', 'if question', 'if is', 'if at least', 'if at most'],
    text: ['title', 'hint'],
  },
  options: { plain: ['question', 'id'], text: ['title'] },
  trajectories: {
    plain: ['domain', 'id', 'source', 'orientation', 'tags', 'territories', 'criteria'],
    text: ['title', 'summary', 'benefit', 'risk', 'example'],
  },
  signals: { plain: ['trajectory', 'weight', 'question', 'is', 'at least', 'at most', 'roles'], text: [] },
  'cross-impacts': { plain: ['from', 'to', 'impact'], text: ['reason'] },
  /** What people say for a role, a territory, a stance, a domain, or an option of the question named. */
  said: { plain: ['of', 'id'], text: ['said'] },
  glossary: { plain: ['word'], text: ['said', 'text'] },
};

export const textColumn = (column: string, language: string): string => `${column} (${language})`;

/** The languages that a header has columns of text for. */
export function languagesIn(header: readonly string[]): string[] {
  return [...new Set(header.flatMap((name) => /^\S+ \(([a-z]{2}(?:-[A-Z]{2})?)\)$/.exec(name)?.[1] ?? []))];
}

/** The languages of a catalogue's sheets. */
export const languagesOf = (tables: Tables): readonly string[] =>
  languagesIn(tables.get('catalogue')?.header ?? []);

/** The columns of a sheet in these languages, in their order. */
export const headerIn = (name: TableName, languages: readonly string[]): readonly string[] => [
  ...columns[name].plain,
  ...columns[name].text.flatMap((column) => languages.map((language) => textColumn(column, language))),
];

/** A cell that holds several ids. */
export const listed = (ids: readonly string[]): string => ids.join(', ');
export const unlisted = (cell: string): string[] =>
  cell
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The columns of a sheet that every row must fill: without them nobody can say what it is about. */
export const keyColumns: Readonly<Record<TableName, readonly string[]>> = {
  catalogue: ['id', 'version', 'domains'],
  people: ['kind', 'id'],
  scales: ['scale', 'id'],
  domains: ['id'],
  orientations: ['domain', 'id'],
  questions: ['domain', 'id', 'kind'],
  options: ['question', 'id'],
  trajectories: ['domain', 'id'],
  signals: ['trajectory', 'weight'],
  'cross-impacts': ['from', 'to', 'impact'],
  said: ['of', 'id'],
  glossary: ['word'],
};

/** All sheets of a catalogue by name. */
export type Tables = ReadonlyMap<TableName, WorkbookTable>;

export const byName = (tables: readonly WorkbookTable<TableName>[]): Tables =>
  new Map(tables.map((table) => [table.name, table]));

/** Whether they are a catalogue by themselves; else they stand in the place of some of another's. */
export const isWhole = (tables: Tables): boolean => tables.has('catalogue') && tables.has('domains');
