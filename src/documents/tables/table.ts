import { criteria } from '#domain/participant/ballot.ts';
import type { Wording } from '#wording/wording.ts';

/** What stands in a cell; `null`: nothing may be said, or there is nothing to say. */
export type Cell = string | number | null;

/** How a column is shown: codes, short and long words, whole numbers, shares from 0 to 1 (in per cent or in tenths), other numbers. */
export type ColumnKind = 'id' | 'title' | 'text' | 'whole' | 'share' | 'tenths' | 'number';

interface Column {
  /** The same in every language, fit for a program: `support_low`. */
  readonly id: string;
  readonly title: string;
  /** How to read it, in a sentence. */
  readonly about: string;
  readonly kind: ColumnKind;
}

/** Columns and rows of one length, in one language. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Ids are written with hyphens, as the wording has them; what a row leaves out is empty. */
export function tableOf<Id extends string>(
  title: string,
  columns: readonly (readonly [Id, ColumnKind])[],
  rows: readonly Readonly<Partial<Record<NoInfer<Id>, Cell | undefined>>>[],
  wording: Wording,
): Table {
  return {
    title,
    columns: columns.map(([id, kind]) => ({ id: id.replaceAll('-', '_'), kind, ...worded(id, wording) })),
    rows: rows.map((row) => columns.map(([id]) => row[id] ?? null)),
  };
}

/** Rows of several kinds in one table, each with the consultation and with what it is a part of. */
export const inParts = <Row extends { readonly part: string }>(
  rows: readonly Row[],
  { consultation, say }: Wording,
) =>
  rows.map(({ part, ...row }) => ({
    ...row,
    consultation: consultation.id,
    'part-id': part,
    part: say(`tables.part.${part}`),
  }));

function worded(id: string, { say, text }: Wording): Pick<Column, 'title' | 'about'> {
  const criterion = criteria.find((it) => id === `benefit-${it}`);
  if (criterion === undefined) return { title: say(`tables.column.${id}`), about: say(`tables.about.${id}`) };
  const named = { criterion: text.criteria[criterion] };
  return { title: say('tables.benefit', named), about: say('tables.benefit-about', named) };
}

/** A figure with four digits after the point: finer than any group's size tells. */
export const rounded = (figure: number): number => Math.round(figure * 10_000) / 10_000;
