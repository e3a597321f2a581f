import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { datedOffice } from '../office/dated-office.ts';
import type { Block } from './block.ts';
import { drawn } from './docx/drawn.ts';
import { breadth, page, styles } from './docx/styles.ts';
import type { Meta } from './meta.ts';

/** Blocks as a Word document on A4: headings that screen readers walk through, heads of tables on each page. */
export async function reportDocx(blocks: readonly Block[], meta: Meta): Promise<Uint8Array> {
  const { title, language, author, at, foot, accent } = meta;
  const turn = blocks.findIndex(({ kind }) => kind === 'page-break');
  const children: FileChild[] = [];
  for (const [i, block] of blocks.entries()) {
    const place = { accent, at: i, before: blocks[i - 1], next: blocks[i + 1], isTight: i < turn };
    children.push(...drawn(block, place));
    // What a picture was drawn with is freed in a later turn alone: without one, all of them would stay until the end.
    if (block.kind === 'figure') await nextTurn();
  }
  const doc = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    subject: foot,
    styles: styles(meta),
    numbering: { config: [numbers, points] },
    sections: [
      {
        properties: { page },
        footers: { default: footer(foot) },
        children,
      },
    ],
  });
  return datedOffice(new Uint8Array(await Packer.toBuffer(doc)), { at, language });
}

const numbers = {
  reference: 'numbers',
  levels: [
    {
      level: 0,
      format: 'decimal',
      text: '%1.',
      alignment: 'left',
      style: { paragraph: { indent: { left: 400, hanging: 400 } } },
    },
  ],
} as const;

const points = {
  reference: 'points',
  levels: [
    {
      level: 0,
      format: 'bullet',
      text: '•',
      alignment: 'left',
      style: { paragraph: { indent: { left: 280, hanging: 280 } } },
    },
  ],
} as const;

/** The name of the paper, and "3 / 12". */
const footer = (foot: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: breadth }],
        children: [
          new TextRun({ children: [foot, new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
