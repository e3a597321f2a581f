/** How large things are set on a PDF page, in points. */
export interface TypeSet {
  readonly body: number;
  readonly small: number;
  readonly table: number;
  /** Of level 1, 2 and 3. */
  readonly headings: readonly [number, number, number];
  /** Between two blocks. */
  readonly gap: number;
  readonly margin: number;
}

/** For a report that is read at a desk. */
export const roomy: TypeSet = {
  body: 10.5,
  small: 9,
  table: 8.5,
  headings: [18, 13, 11],
  gap: 8,
  margin: 56,
};

/** For what must stand on the first page of such a report. */
export const tight: TypeSet = { ...roomy, body: 9.8, small: 8.6, headings: [15, 11.5, 10.5], gap: 4.5 };

/** For a briefing that stands on both sides of one sheet. */
export const dense: TypeSet = {
  body: 9.8,
  small: 8.6,
  table: 8.2,
  headings: [13, 11, 10],
  gap: 4.5,
  margin: 46,
};
