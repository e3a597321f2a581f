import type { Svg } from '#charts/svg.ts';

/** A table: its head, then its rows; the first cell of each names it. */
export interface TableBlock {
  /** What it shows, in a few words. */
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How wide the columns are beside one another, as many as the head has cells. */
  readonly widths: readonly number[];
}

/** A chart, what it shows for those who do not see it, and how to read it. */
export interface Figure {
  readonly picture: Svg;
  readonly alt: string;
  readonly caption: string;
}

/** A figure of a result and the same as a table, for the report and for the page of the group. */
export interface Charted {
  readonly figure: Figure;
  readonly table: TableBlock;
}
