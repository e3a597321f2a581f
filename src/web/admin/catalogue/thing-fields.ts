import { type Cells, rowsWhere } from '#documents/workbook/edit/sheets.ts';
import { languagesOf, type Tables, textColumn, unlisted } from '#documents/workbook/table.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { area, choose, line, type Problems, pick } from '#web/admin/fields.ts';
import type { Member } from '#web/admin/visit.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Edited } from './edited.ts';
import { type ColumnField, fieldName, freshOptions, mainFields } from './fields-of.ts';

/** The fields of a thing, one after the other. */
export function fieldsOf(edited: Edited, visit: Member, problems: Problems): readonly Html[] {
  const { kind, thing, tables } = edited;
  const { say } = visit;
  const main = thing.main.flatMap((cells, i) => {
    const to = kind === 'judgements' ? titleOf(tables, cells.to ?? '', visit) : '';
    const around = { edited, visit, problems };
    const [plain, conditions] = [false, true].map((isOf) =>
      mainFields[kind]
        .filter(({ column }) => column.startsWith('if ') === isOf)
        .flatMap((field) => fieldOf('main', i, cells, field, around)),
    );
    const its = [...(plain ?? []), ...underCondition(conditions ?? [], visit)];
    return kind === 'judgements'
      ? [
          html`<fieldset class="judged"><legend>${say('town-catalogue.on', { to })}</legend>${joined(its)}</fieldset>`,
        ]
      : its;
  });
  if (kind === 'domain') return [...main, ...saidFields(0, thing.said[0] ?? {}, { edited, visit, problems })];
  if (kind !== 'question' || thing.main[0]?.kind === 'text') return main;
  const rows = [...thing.options, ...Array.from({ length: freshOptions(thing) }, (): Cells => ({}))];
  const options = rows.map((cells, i) => {
    const said = thing.said.find((one) => one.id === cells.id && cells.id !== undefined) ?? {};
    const title = fieldOf(
      'options',
      i,
      cells,
      { column: 'title', isText: true, look: 'line' },
      { edited, visit, problems },
    );
    const name =
      cells.id === undefined ? say('town-catalogue.option-more') : say('town-catalogue.option', { n: i + 1 });
    return html`<fieldset class="answer"><legend>${name}</legend>${joined([...title, ...saidFields(i, said, { edited, visit, problems })])}</fieldset>`;
  });
  return [
    ...main,
    html`<h2>${say('town-catalogue.options')}</h2><p>${say('town-catalogue.options-how')}</p>`,
    ...options,
  ];
}

/** Rarely of use, and out of the way until then. */
const underCondition = (fields: readonly Html[], { say }: Member): readonly Html[] =>
  fields.length === 0
    ? []
    : [html`<details><summary>${say('town-catalogue.condition')}</summary>${joined(fields)}</details>`];

interface Around {
  readonly edited: Edited;
  readonly visit: Member;
  readonly problems: Problems;
}

const saidFields = (index: number, cells: Cells, around: Around): readonly Html[] =>
  fieldOf('said', index, cells, { column: 'said', isText: true, look: 'line' }, around);

function fieldOf(
  group: string,
  index: number,
  cells: Cells,
  field: ColumnField,
  around: Around,
): readonly Html[] {
  const { edited, visit, problems } = around;
  const { say } = visit;
  const languages = languagesOf(edited.tables);
  const wanted = field.isText
    ? languages.map((language) => ({ language, column: textColumn(field.column, language) }))
    : [{ language: undefined, column: field.column }];
  return wanted.map(({ language, column }) => {
    const name = fieldName(group, index, column);
    const label = labelOf(column, edited.tables, say);
    const value = cells[column] ?? '';
    const problem = problems[name];
    const hint = hints.has(field.column) ? { hint: say(`town-catalogue.hint.${field.column}`) } : {};
    const shared = { name, label, problem, ...hint, ...(language !== undefined && { lang: language }) };
    if (field.look === 'line') return line({ ...shared, value });
    if (field.look === 'area') return area({ ...shared, value, rows: 3 });
    const choices = choicesOf(field.look, edited, visit);
    if (field.look === 'kind' || field.look === 'orientation' || field.look === 'question')
      return pick({ ...shared, value, choices });
    return choose({ ...shared, kind: 'checkbox', values: unlisted(value), choices });
  });
}

/** What a column is called; with its language, where there are several. */
export function labelOf(column: string, tables: Tables, say: Say): string {
  const [, plain = column, language] = /^(.*) \((.*)\)$/.exec(column) ?? [];
  const words = fieldWords(plain, say);
  if (language === undefined || languagesOf(tables).length === 1) return words;
  return say('town-catalogue.in', { words, language: say(`town-catalogue.language.${language}`) });
}

/** What is filled in elsewhere, and may be wrong all the same, is called by its code. */
const fieldWords = (column: string, say: Say): string =>
  known.has(column) ? say(`town-catalogue.field.${column.replaceAll(' ', '-')}`) : column;

const known: ReadonlySet<string> = new Set([
  ...Object.values(mainFields).flatMap((fields) => fields.map(({ column }) => column)),
  'said',
]);

const hints: ReadonlySet<string> = new Set(['said', 'tags', 'themes', 'max', 'impact', 'reason']);

/** The other questions of the domain; and one that is written down and is none of them, so that it is not dropped unseen. */
function askedBeside({ tables, thing, id }: Edited, visit: Member) {
  const [{ domain = '', 'if question': held = '' } = {}] = thing.main;
  const all = rowsWhere(tables, 'questions', { domain }).filter((cells) => cells.id !== id);
  const named = all.map((cells) => ({ value: cells.id ?? '', label: wordsOf(cells, visit) }));
  const isKnown = held === '' || named.some(({ value }) => value === held);
  return isKnown ? named : [...named, { value: held, label: held }];
}

function choicesOf(look: ColumnField['look'], edited: Edited, visit: Member) {
  const { tables, thing } = edited;
  const { say } = visit;
  if (look === 'question')
    return [{ value: '', label: say('town-catalogue.always') }, ...askedBeside(edited, visit)];
  if (look === 'kind')
    return (['choice', 'multi', 'scale', 'text'] as const).map((value) => ({
      value,
      label: say(`town-catalogue.kind.${value}`),
    }));
  const rows =
    look === 'orientation'
      ? rowsWhere(tables, 'orientations', { domain: thing.main[0]?.domain ?? '' })
      : look === 'territories'
        ? rowsWhere(tables, 'people', { kind: 'territory' })
        : rowsWhere(tables, 'scales', { scale: 'criterion' });
  return rows.map((cells) => ({ value: cells.id ?? '', label: wordsOf(cells, visit) }));
}

/** What a row is called in the language at hand. */
export const wordsOf = (cells: Cells, { language }: Pick<Member, 'language'>): string =>
  cells[textColumn('title', language)] || cells['title (fr)'] || cells.id || '';

export function titleOf(tables: Tables, id: string, visit: Member): string {
  const [cells] = rowsWhere(tables, 'orientations', { id });
  return cells === undefined ? id : wordsOf(cells, visit);
}
