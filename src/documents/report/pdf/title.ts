import { palette } from '#documents/pdf/palette.ts';
import { artifact, tagged } from '#documents/pdf/structure.ts';
import type { Block } from '../block.ts';
import type { PdfPage } from './page.ts';
import { heightOf, stacked, write } from './text.ts';

type Title = Extract<Block, { kind: 'title' }>;

/** The title of a paper: on a page of its own, or at the top of the first. */
export function setTitle(page: PdfPage, title: Title): void {
  if (title.size === 'cover') cover(page, title);
  else band(page, title);
}

function cover(page: PdfPage, { text, lead, facts }: Title): void {
  const { doc, root, left, width, type } = page;
  const top = 210;
  artifact(doc, () => {
    doc.rect(0, 0, doc.page.width, doc.page.height).fill(palette.ground);
    doc.rect(0, 0, 14, doc.page.height).fill(palette.accent);
    doc.rect(left, top - 34, 64, 4).fill(palette.accent);
  });
  const large = fitting(page, text, width);
  tagged(doc, root, 'H1', () => write(page, text, large, left, top, width));
  doc.y += 10;
  const second = { font: 'regular', size: 16, colour: palette.soft } as const;
  tagged(doc, root, 'P', () => write(page, lead, second, left, doc.y, width));
  doc.y = Math.max(doc.y + 40, 470);
  for (const fact of facts) {
    stacked(page, root, 'P', worded(fact, 10, 13), left, width);
    doc.y += type.gap;
  }
  doc.addPage();
}

function band(page: PdfPage, { text, lead, facts }: Title): void {
  const { doc, root, left, width, type } = page;
  const large = { font: 'bold', size: 19, colour: palette.ink } as const;
  const second = { font: 'regular', size: 11, colour: palette.soft } as const;
  const head = doc.y;
  artifact(doc, () => doc.rect(left, head - 12, 48, 3).fill(palette.accent));
  tagged(doc, root, 'H1', () => write(page, text, large, left, head, width));
  tagged(doc, root, 'P', () => write(page, lead, second, left, doc.y, width));
  doc.y += type.gap;
  const column = width / Math.max(1, facts.length);
  const [top, breadth] = [doc.y, column - 10];
  const ends = facts.map((fact, i) => {
    doc.y = top;
    stacked(page, root, 'P', worded(fact, 8, 9.5), left + i * column, breadth);
    return doc.y;
  });
  doc.y = Math.max(top, ...ends) + type.gap;
  artifact(doc, () => doc.rect(left, doc.y, width, 0.75).fill(palette.line));
  doc.y += type.gap;
}

const worded = ({ name, value }: Title['facts'][number], small: number, size: number) => [
  { text: name, look: { font: 'regular', size: small, colour: palette.soft } as const },
  { text: value, look: { font: 'strong', size, colour: palette.ink } as const },
];

/** As large as stands on four lines. */
function fitting(page: PdfPage, text: string, width: number) {
  const sizes = [34, 30, 26, 22] as const;
  const looks = sizes.map((size) => ({ font: 'bold', size, colour: palette.ink }) as const);
  const found = looks.find((look) => heightOf(page, text, look, width) <= 4 * 1.3 * look.size);
  return found ?? ({ font: 'bold', size: 20, colour: palette.ink } as const);
}
