import type { KeyFigure } from '#wording/reading/reading.ts';
import type { Charted, Figure, TableBlock } from '../figures/charted.ts';
import type { NamedLogo } from '../pdf/logo.ts';

/** One piece of a paper, in reading order and free of any format. */
export type Block =
  | {
      readonly kind: 'title';
      readonly text: string;
      readonly lead: string;
      readonly facts: readonly { readonly name: string; readonly value: string }[];
      readonly logo?: NamedLogo;
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** In smaller and quieter words: a condition, a limit, how to read what follows. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | ({ readonly kind: 'table' } & TableBlock)
  | ({ readonly kind: 'figure' } & Figure)
  /** A few large figures side by side. */
  | { readonly kind: 'key-figures'; readonly items: readonly KeyFigure[] }
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
