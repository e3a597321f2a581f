import type { Draft } from './draft.ts';
import { domainFile, openSheets, type Sheets } from './open-sheets.ts';
import { putQuestions } from './put-questions.ts';
import { conditionIn, markCondition, number, type WorkbookRow } from './row.ts';
import { putSaid } from './said.ts';
import { type Tables, textColumn, unlisted } from './table.ts';

/** The files of the catalogue that sheets describe. What is wrong in them is found by checking the files. */
export function fromTables(tables: Tables): Draft {
  const sheets = openSheets(tables);
  putCatalogue(sheets);
  putPeople(sheets);
  putDomains(sheets);
  putQuestions(sheets);
  putTrajectories(sheets);
  putCrossImpacts(sheets);
  putSaid(sheets);
  return sheets.draft;
}

const main = 'catalogue.yaml';
const common = 'common.yaml';

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
    theirs.forEach((row, i) => {
      draft.mark(main, [key, i], row.from('id'));
    });
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
    for (const at of [file, ...languages.map((language) => `${language}/${file}`)])
      draft.mark(at, [], row.from('id'));
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
    siblings.forEach((other, i) => {
      draft.mark(file, ['orientations', i], other.from('id'));
    });
    say(row, 'title', file, ['orientations', id, 'title']);
    say(row, 'description', file, ['orientations', id, 'description']);
  }
}

function putTrajectories({ draft, rows, say }: Sheets): void {
  for (const row of rows('trajectories')) {
    const [file, id] = [domainFile(row), row.get('id')];
    const signals = rows('signals').filter((signal) => signal.get('trajectory') === id);
    const lists = ['tags', 'territories', 'criteria'].map((key) => [key, unlisted(row.get(key))]);
    const trajectory = {
      ...{ id, source: row.get('source'), orientation: row.get('orientation') },
      ...Object.fromEntries(lists),
      signals: signals.map(signalIn),
    };
    const path = ['trajectories', draft.add(file, 'trajectories', trajectory, row.from('id'))];
    for (const column of ['source', 'orientation', 'tags', 'territories', 'criteria'])
      draft.mark(file, [...path, column], row.from(column));
    signals.forEach((signal, i) => {
      draft.mark(file, [...path, 'signals', i, 'weight'], signal.from('weight'));
      markCondition(draft, file, [...path, 'signals', i, 'when'], signal, '');
      draft.mark(file, [...path, 'signals', i, 'when', 'roles'], signal.from('roles'));
    });
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
