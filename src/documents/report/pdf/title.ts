import { palette } from '#documents/pdf/palette.ts';
import { setLogo } from '#documents/pdf/set-logo.ts';
import { artifact, tagged } from '#documents/pdf/structure.ts';
import type { Block } from '../block.ts';
import type { PdfPage } from './page.ts';
import { stacked, write } from './text.ts';

type Title = Extract<Block, { kind: 'title' }>;

/** At most, in points: as high as a title and what stands below it. */
const logoPlace = { width: 130, height: 52 } as const;

/** The title of a paper at the top of its first page, with what it is about in columns. */
export function setTitle(page: PdfPage, { text, lead, facts, logo }: Title): void {
  const { doc, root, left, width, type, accent } = page;
  const large = { font: 'bold', size: 19, colour: palette.ink } as const;
  const second = { font: 'strong', size: 11, colour: accent } as const;
  const head = doc.y;
  artifact(doc, () => doc.rect(left, head - 12, 48, 3).fill(accent));
  const mark = logo && setLogo(doc, root, logo, { right: left + width, top: head - 12, ...logoPlace });
  const beside = mark === undefined ? width : width - mark.width - 16;
  tagged(doc, root, 'H1', () => write(page, text, large, left, head, beside));
  tagged(doc, root, 'P', () => write(page, lead, second, left, doc.y, beside));
  doc.y = Math.max(doc.y, mark === undefined ? 0 : head - 12 + mark.height);
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
