import { type Block, leadsInto } from '../block.ts';
import { leastFigure } from './figure.ts';
import { keyFiguresHeight } from './key-figures.ts';
import { itemHeight } from './list.ts';
import type { PdfPage } from './page.ts';
import { leastTable } from './table.ts';
import { above, heightOf, lookOf } from './text.ts';

/** How much room the first blocks need so that no heading stands alone at the foot of a page. */
export function leastOf(page: PdfPage, [first, ...others]: readonly Block[]): number {
  if (first === undefined) return 0;
  const { width, type } = page;
  switch (first.kind) {
    case 'heading':
      return (
        heightOf(page, first.text, lookOf(first, page), width) +
        type.gap / 2 +
        below(page, others) +
        (others[0]?.kind === 'heading' ? above(others[0]) * type.gap : 0)
      );
    case 'paragraph':
      return heightOf(page, first.text, lookOf(first, page), width) + led(page, others);
    case 'note':
      return heightOf(page, first.text, lookOf(first, page), width);
    case 'list':
      return first.items.slice(0, 1).reduce((sum, item) => sum + itemHeight(page, item, first.ordered), 0);
    case 'table':
      return leastTable(page, first);
    case 'figure':
      return leastFigure(page, first);
    case 'key-figures':
      return keyFiguresHeight(page, first);
    case 'title':
    case 'page-break':
      return 0;
  }
}

/** Words before a picture, a table or a list lead into it. */
const led = (page: PdfPage, next: readonly Block[]): number =>
  leadsInto(next[0]) ? page.type.gap + leastOf(page, next) : 0;

/** Just below a heading a note leads into what follows too; elsewhere it belongs to what stands before it. */
const below = (page: PdfPage, next: readonly Block[]): number =>
  leastOf(page, next) + (next[0]?.kind === 'note' ? led(page, next.slice(1)) : 0);
