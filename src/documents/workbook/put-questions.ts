import type { Draft } from './draft.ts';
import { domainFile, type Sheets } from './open-sheets.ts';
import { conditionIn, markCondition, number, type WorkbookRow } from './row.ts';
import { textColumn } from './table.ts';

/** The questions with their answers, each where the files have it. */
export function putQuestions(sheets: Sheets): void {
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
    const index = draft.add(file, 'questions', question, row.from('id'));
    markQuestion(draft, file, index, row, own);
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

/** Where each part of a question stands in its row, and each option in its own. */
function markQuestion(
  draft: Draft,
  file: string,
  index: number,
  row: WorkbookRow,
  own: readonly WorkbookRow[],
): void {
  const path = ['questions', index];
  for (const column of ['kind', 'max']) draft.mark(file, [...path, column], row.from(column));
  markCondition(draft, file, [...path, 'visibleIf'], row, 'if ');
  const [first] = own;
  draft.mark(file, [...path, 'options'], (first ?? row).from('id'));
  own.forEach((option, i) => {
    draft.mark(file, [...path, 'options', i], option.from('id'));
  });
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
    own.forEach((option, i) => {
      draft.mark(`${language}/${file}`, ['questions', question, 'points', i], option.from(title));
    });
  }
}
