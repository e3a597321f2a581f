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

/** A chart, what it shows for those who do not see it, and how to read it. Its table follows it as a block of its own. */
export interface Figure {
  readonly picture: Svg;
  readonly alt: string;
  readonly caption: string;
}

/** One piece of a paper, in reading order and free of any format. */
export type Block =
  | {
      readonly kind: 'title';
      /** `cover`: a page of its own; `band`: the top of the first page. */
      readonly size: 'cover' | 'band';
      readonly text: string;
      readonly lead: string;
      readonly facts: readonly { readonly name: string; readonly value: string }[];
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** In smaller and quieter words: a condition, a limit, how to read what follows. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | ({ readonly kind: 'table' } & TableBlock)
  | ({ readonly kind: 'figure' } & Figure)
  | { readonly kind: 'page-break' };

/** What is listed: its first words, and what is said of it below in quieter ones. */
export interface ListItem {
  readonly text: string;
  readonly more: readonly string[];
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const note = (text: string): Block => ({ kind: 'note', text });
export const pageBreak: Block = { kind: 'page-break' };

/** A list of short texts. */
export const list = (items: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: items.map((text) => ({ text, more: [] })),
});

/** A figure, and the same as a table. */
export interface Charted {
  readonly figure: Figure;
  readonly table: TableBlock;
}

/** On paper, the table stands below its figure; nothing of what there is not. */
export const charted = (one: Charted | undefined): readonly Block[] =>
  one === undefined
    ? []
    : [
        { kind: 'figure', ...one.figure },
        { kind: 'table', ...one.table },
      ];

/** Whether words just before it stay on its page. */
export const leadsInto = (next: Block | undefined): boolean =>
  next?.kind === 'figure' || next?.kind === 'table' || next?.kind === 'list';
