import { Draft } from './draft.ts';
import { conditionIn, number, rowsOf, type WorkbookRow } from './row.ts';
import { putSaid } from './said.ts';
import { languagesIn, type TableName, textColumn, unlisted, type WorkbookTable } from './table.ts';

/** The files of the catalogue that sheets describe. What is wrong in them is found by checking the files. */
export function fromTables(tables: ReadonlyMap<TableName, WorkbookTable>): Draft {
  const sheets = open(tables);
  putCatalogue(sheets);
  putPeople(sheets);
  putDomains(sheets);
  putQuestions(sheets);
  putTrajectories(sheets);
  putCrossImpacts(sheets);
  putSaid(sheets);
  return sheets.draft;
}

interface Sheets {
  readonly draft: Draft;
  readonly languages: readonly string[];
  readonly rows: (name: TableName) => readonly WorkbookRow[];
  /** Puts a text of a row in each language's file. */
  readonly say: (row: WorkbookRow, column: string, file: string, path: readonly string[]) => void;
}

function open(tables: ReadonlyMap<TableName, WorkbookTable>): Sheets {
  const draft = new Draft();
  const languages = languagesIn(tables.get('catalogue')?.header ?? []);
  return {
    draft,
    languages,
    rows: (name) => rowsOf(tables.get(name)),
    say(row, column, file, path) {
      for (const language of languages) {
        const name = textColumn(column, language);
        draft.put(`${language}/${file}`, path, row.get(name), row.from(name));
      }
    },
  };
}

const main = 'catalogue.yaml';
const common = 'common.yaml';
const domainFile = (row: WorkbookRow, column = 'domain') => `domains/${row.get(column)}.yaml`;

function putCatalogue({ draft, rows, say }: Sheets): void {
  for (const row of rows('catalogue')) {
    draft.put(main, ['id'], row.get('id'), row.from('id'));
    draft.put(main, ['version'], row.get('version'), row.from('version'));
    draft.put(main, ['domains'], unlisted(row.get('domains')), row.from('domains'));
    say(row, 'title', common, ['title']);
    say(row, 'description', common, ['description']);
  }
}

function putPeople({ draft, rows, say }: Sheets): void {
  for (const [kind, key] of Object.entries({ role: 'roles', territory: 'territories' })) {
    const theirs = rows('people').filter((row) => row.get('kind') === kind);
    const ids = theirs.map((row) => row.get('id'));
    const [first] = theirs;
    if (first !== undefined) draft.put(main, [key], ids, first.from('id'));
    for (const row of theirs) say(row, 'title', common, [key, row.get('id')]);
  }
  const keys = new Map([
    ['stance', 'stances'],
    ['horizon', 'horizons'],
    ['criterion', 'criteria'],
  ]);
  for (const row of rows('scales')) {
    const scale = row.get('scale');
    say(row, 'title', common, [keys.get(scale) ?? scale, row.get('id')]);
  }
}

function putDomains({ draft, languages, rows, say }: Sheets): void {
  for (const row of rows('domains')) {
    const file = domainFile(row, 'id');
    draft.put(file, ['themes'], unlisted(row.get('themes')), row.from('themes'));
    say(row, 'title', file, ['title']);
    say(row, 'description', file, ['description']);
    for (const part of ['questions', 'orientations', 'trajectories'])
      for (const language of languages) draft.put(`${language}/${file}`, [part], {}, row.from());
  }
  for (const row of rows('orientations')) {
    const [file, id] = [domainFile(row), row.get('id')];
    const siblings = rows('orientations').filter((other) => other.get('domain') === row.get('domain'));
    const ids = siblings.map((other) => other.get('id'));
    draft.put(file, ['orientations'], ids, row.from('id'));
    say(row, 'title', file, ['orientations', id, 'title']);
    say(row, 'description', file, ['orientations', id, 'description']);
  }
}

function putQuestions(sheets: Sheets): void {
  const { draft, languages, rows, say } = sheets;
  for (const row of rows('questions')) {
    const [file, id, kind, max] = [domainFile(row), row.get('id'), row.get('kind'), row.get('max')];
    const own = rows('options').filter((option) => option.get('question') === id);
    const visibleIf = conditionIn(row, 'if ');
    const hasOptions = kind !== 'scale' && kind !== 'text';
    const question = {
      ...{ id, kind },
      ...(visibleIf !== undefined && { visibleIf }),
      ...(hasOptions && { options: own.map((option) => option.get('id')) }),
      ...(max !== '' && { max: number(max) }),
    };
    draft.add(file, 'questions', question, row.from());
    say(row, 'title', file, ['questions', id, 'title']);
    for (const language of languages) {
      const hint = textColumn('hint', language);
      const path = ['questions', id, 'hint'];
      if (row.get(hint) !== '') draft.put(`${language}/${file}`, path, row.get(hint), row.from(hint));
    }
    if (kind === 'scale') putPoints(sheets, file, id, own);
    else for (const option of own) say(option, 'title', file, ['questions', id, 'options', option.get('id')]);
  }
}

/** The five labels of a scale, low to high, as its rows stand. */
function putPoints(
  { draft, languages }: Sheets,
  file: string,
  question: string,
  own: readonly WorkbookRow[],
): void {
  const [first] = own;
  if (first === undefined) return;
  for (const language of languages) {
    const title = textColumn('title', language);
    const points = own.map((option) => option.get(title));
    draft.put(`${language}/${file}`, ['questions', question, 'points'], points, first.from(title));
  }
}

function putTrajectories({ draft, rows, say }: Sheets): void {
  for (const row of rows('trajectories')) {
    const [file, id] = [domainFile(row), row.get('id')];
    const lists = ['tags', 'territories', 'criteria'].map((key) => [key, unlisted(row.get(key))]);
    const trajectory = {
      ...{ id, source: row.get('source'), orientation: row.get('orientation') },
      ...Object.fromEntries(lists),
      signals: rows('signals')
        .filter((signal) => signal.get('trajectory') === id)
        .map(signalIn),
    };
    draft.add(file, 'trajectories', trajectory, row.from());
    for (const column of ['title', 'summary', 'benefit', 'risk', 'example'])
      say(row, column, file, ['trajectories', id, column]);
  }
}

function signalIn(row: WorkbookRow) {
  const roles = unlisted(row.get('roles'));
  const when = { ...conditionIn(row, ''), ...(roles.length > 0 && { roles }) };
  return { when, weight: number(row.get('weight')) };
}

function putCrossImpacts({ draft, languages, rows }: Sheets): void {
  const file = 'cross-impacts.yaml';
  for (const row of rows('cross-impacts')) {
    const path = [row.get('from'), row.get('to')];
    draft.put(file, path, number(row.get('impact')), row.from('impact'));
    for (const language of languages) {
      const reason = textColumn('reason', language);
      if (row.get(reason) !== '') draft.put(`${language}/${file}`, path, row.get(reason), row.from(reason));
    }
  }
  // A language has its file of reasons as soon as anything is judged, were every judgement weak.
  if (rows('cross-impacts').length > 0) for (const language of languages) draft.open(`${language}/${file}`);
}
