import type { Cells } from '#documents/workbook/edit/sheets.ts';
import { firstFree, freshId, type Thing, type ThingKind } from '#documents/workbook/edit/thing.ts';
import { languagesOf, listed, type Tables, textColumn } from '#documents/workbook/table.ts';
import type { Form } from '#web/http/request/form.ts';
import { type ColumnField, fieldName, freshOptions, mainFields } from './fields-of.ts';

/** A thing as a form says it, over what it was: columns that the form does not show stay. */
export function readThing(form: Form, tables: Tables, kind: ThingKind, id: string, before: Thing): Thing {
  const languages = languagesOf(tables);
  const read = (group: string, index: number, cells: Cells, fields: readonly ColumnField[]): Cells => ({
    ...cells,
    ...Object.fromEntries(
      fields.flatMap(({ column, isText, look }) =>
        (isText ? languages.map((language) => textColumn(column, language)) : [column]).map((one) => {
          const name = fieldName(group, index, one);
          const isList = look === 'territories' || look === 'criteria';
          return [one, isList ? listed(form.all(name)) : form.one(name).replace(/\s*\r?\n\s*/g, ' ')];
        }),
      ),
    ),
  });
  const main = before.main.map((cells, i) => read('main', i, cells, mainFields[kind]));
  if (kind === 'domain') return { ...before, main, said: saidOf(form, languages, 'domain', [id], before) };
  if (kind !== 'question') return { ...before, main };
  const rows = [
    ...before.options,
    ...Array.from({ length: freshOptions(before) }, (): Cells => ({ question: id })),
  ];
  const isScale = main[0]?.kind === 'scale';
  const options = rows.flatMap((cells, i) => {
    const filled = read('options', i, cells, [{ column: 'title', isText: true, look: 'line' }]);
    const words = languages.map((language) => filled[textColumn('title', language)] ?? '');
    // An answer without words is none: emptied, it goes.
    if (words.every((one) => one === '')) return [];
    if (filled.id !== undefined && filled.id !== '') return [{ at: i, cells: filled }];
    const fresh = isScale ? `${i + 1}` : freshOptionId(words.find((one) => one !== '') ?? '', rows, tables);
    return [{ at: i, cells: { ...filled, id: fresh } }];
  });
  const cells = options.map((one) => one.cells);
  const said = saidOf(
    form,
    languages,
    id,
    options.map((one) => one.cells.id ?? ''),
    before,
    options.map(({ at }) => at),
  );
  return { ...before, main, options: cells, said };
}

/** Ids of answers are their question's own. */
function freshOptionId(words: string, rows: readonly Cells[], tables: Tables): string {
  const slug = freshId(tables, 'x', words).replace(/^x-?/, '').slice(0, 30).replace(/-+$/, '');
  const plain = /^[a-z]/.test(slug) ? slug : `r-${slug}`.replace(/-+$/, '');
  return firstFree(plain, new Set(rows.map(({ id }) => id)));
}

function saidOf(
  form: Form,
  languages: readonly string[],
  of: string,
  ids: readonly string[],
  before: Thing,
  places: readonly number[] = ids.map((_, i) => i),
): readonly Cells[] {
  return ids.flatMap((id, i) => {
    const known = before.said.find((cells) => cells.id === id) ?? { of, id };
    const words = Object.fromEntries(
      languages.map((language) => {
        const column = textColumn('said', language);
        return [column, form.one(fieldName('said', places[i] ?? i, column))];
      }),
    );
    return Object.values(words).every((one) => one === '') ? [] : [{ ...known, ...words }];
  });
}
