import { palette } from '#documents/pdf/palette.ts';
import { group, tagged } from '#documents/pdf/structure.ts';
import type { Block, ListItem } from '../block.ts';
import { makeRoom, type PdfPage } from './page.ts';
import { heightOf, stacked, write } from './text.ts';

type List = Extract<Block, { kind: 'list' }>;

/** A list, each item whole on one page. */
export function setList(page: PdfPage, { items, ordered }: List): void {
  const { doc, root, left, type, accent } = page;
  const list = group(doc, root, 'L');
  items.forEach((item, i) => {
    makeRoom(page, itemHeight(page, item, ordered));
    const element = group(doc, list, 'LI');
    const y = doc.y;
    const mark = ordered ? `${i + 1}.` : '•';
    const look = { font: 'bold', size: type.body, colour: accent } as const;
    tagged(doc, element, 'Lbl', () => write(page, mark, look, left, y, indent(ordered)));
    doc.y = y;
    const at = left + indent(ordered);
    stacked(page, element, 'LBody', linesOf(page, item, ordered), at, page.width - indent(ordered));
    element.end();
    doc.y += gapAfter(page, item, ordered);
  });
  list.end();
  doc.y += type.gap / 2;
}

const indent = (ordered: boolean): number => (ordered ? 20 : 13);

const gapAfter = ({ type }: PdfPage, { more }: ListItem, ordered: boolean): number =>
  ordered ? type.gap * 1.3 : more.length === 0 ? 2.5 : type.gap;

/** How high an item stands. */
export function itemHeight(page: PdfPage, item: ListItem, ordered: boolean): number {
  const width = page.width - indent(ordered);
  return linesOf(page, item, ordered).reduce(
    (sum, { text, look }) => sum + heightOf(page, text, look, width),
    0,
  );
}

function linesOf({ type }: PdfPage, { text, more }: ListItem, ordered: boolean) {
  const first = {
    font: ordered || more.length > 0 ? 'strong' : 'regular',
    size: type.body,
    colour: palette.ink,
  } as const;
  const rest = { font: 'regular', size: type.small, colour: palette.soft } as const;
  return [{ text, look: first }, ...more.map((line) => ({ text: line, look: rest }))];
}
