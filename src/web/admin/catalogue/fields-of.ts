import type { Thing, ThingKind } from '#documents/workbook/edit/thing.ts';

/** How a column of a thing is filled in. */
export interface ColumnField {
  readonly column: string;
  /** A column a language. */
  readonly isText?: true;
  readonly look: 'line' | 'area' | 'kind' | 'orientation' | 'question' | 'territories' | 'criteria';
}

const text = (column: string, look: 'line' | 'area' = 'line'): ColumnField => ({
  column,
  isText: true,
  look,
});
const plain = (column: string, look: ColumnField['look'] = 'line'): ColumnField => ({ column, look });

/** The columns of a thing's own row that are filled in here; the others are left as they are. */
export const mainFields: Readonly<Record<ThingKind, readonly ColumnField[]>> = {
  domain: [text('title'), text('description', 'area'), plain('themes')],
  question: [
    text('title'),
    text('hint'),
    plain('kind', 'kind'),
    plain('max'),
    ...[plain('if question', 'question'), plain('if is'), plain('if at least'), plain('if at most')],
  ],
  trajectory: [
    text('title'),
    ...[text('summary', 'area'), text('benefit', 'area'), text('risk', 'area'), text('example', 'area')],
    plain('orientation', 'orientation'),
    plain('tags'),
    ...[plain('territories', 'territories'), plain('criteria', 'criteria')],
  ],
  orientation: [text('title'), text('description', 'area')],
  judgements: [plain('impact'), text('reason', 'area')],
};

/** The name of a column's field, fit for an address within the page. */
export const fieldName = (group: string, index: number, column: string): string =>
  `${group}-${index}-${column.replace(/[^a-zA-Z]+/g, '-').replace(/-$/, '')}`;

/** Answers that may be added at one go: a scale has five points, another question two at least. */
export const freshOptions = ({ main, options }: Thing): number =>
  main[0]?.kind === 'scale' ? Math.max(0, 5 - options.length) : Math.max(2, 4 - options.length);
