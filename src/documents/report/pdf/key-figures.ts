import { palette } from '#documents/pdf/palette.ts';
import { artifact } from '#documents/pdf/structure.ts';
import type { Block } from '../block.ts';
import { makeRoom, type PdfPage } from './page.ts';
import { heightOf, stacked } from './text.ts';

type KeyFigures = Extract<Block, { kind: 'key-figures' }>;

const pad = 8;
const value = ({ accent }: PdfPage) => ({ font: 'bold', size: 19, colour: accent }) as const;
const label = { font: 'regular', size: 9, colour: palette.soft } as const;

/** A few large figures side by side, each with what it counts. */
export function setKeyFigures(page: PdfPage, { items }: KeyFigures): void {
  const { doc, root, left, width, type } = page;
  makeRoom(page, keyFiguresHeight(page, { items }));
  const column = columnOf(page, items.length);
  const [top, height] = [doc.y, keyFiguresHeight(page, { items })];
  artifact(doc, () => doc.rect(left, top, width, height).fill(palette.quiet));
  items.forEach((item, i) => {
    doc.y = top + pad;
    const lines = [
      { text: item.value, look: value(page) },
      { text: item.label, look: label },
    ];
    stacked(page, root, 'P', lines, left + i * column + pad, column - 2 * pad);
  });
  doc.y = top + height + type.gap;
}

/** How high the highest of them stands. */
export function keyFiguresHeight(page: PdfPage, { items }: Pick<KeyFigures, 'items'>): number {
  const width = columnOf(page, items.length) - 2 * pad;
  const heights = items.map(
    (item) => heightOf(page, item.value, value(page), width) + heightOf(page, item.label, label, width),
  );
  return Math.max(0, ...heights) + 2 * pad;
}

const columnOf = ({ width }: PdfPage, columns: number): number => width / Math.max(1, columns);
