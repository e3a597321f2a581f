import { closed, type Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { artifact } from '../pdf/structure.ts';
import type { Block } from './block.ts';
import type { Meta } from './meta.ts';
import { setFigure } from './pdf/figure.ts';
import { setKeyFigures } from './pdf/key-figures.ts';
import { leastOf } from './pdf/least.ts';
import { setList } from './pdf/list.ts';
import { filledOf, isFresh, makeRoom, openPage, type PdfPage, turnPage } from './pdf/page.ts';
import { setTable } from './pdf/table.ts';
import { above, setText } from './pdf/text.ts';
import { setTitle } from './pdf/title.ts';
import { roomy, type TypeSet } from './pdf/type-set.ts';

interface Setting {
  readonly type?: TypeSet;
  /** For what stands before the first page break, with the same margin. */
  readonly first?: TypeSet;
  /** `false` keeps the content readable, for tests. */
  readonly compress?: boolean;
}

/** Blocks as a tagged PDF on A4: headings as bookmarks too, page numbers, heads of tables on each page. */
export async function reportPdf(
  blocks: readonly Block[],
  meta: Meta,
  setting: Setting = {},
): Promise<Uint8Array> {
  return closed(laidOut(blocks, meta, setting).doc);
}

/** The same, with how many pages it takes and how far down each of them is filled, 0 to 1. */
export function laidOut(
  blocks: readonly Block[],
  meta: Meta,
  { type = roomy, first = type, compress = true }: Setting,
): { readonly doc: PdfPage['doc']; readonly pages: number; readonly filled: readonly number[] } {
  const page = openPage(meta, type, compress);
  const opening = { ...page, type: first };
  const turn = blocks.findIndex(({ kind }) => kind === 'page-break');
  const bookmark = createBookmarks(page.doc);
  blocks.forEach((block, i) => {
    setNext(i < turn ? opening : page, blocks.slice(i, i + 6));
    if (block.kind === 'heading') bookmark(block.level, block.text);
  });
  page.root.end();
  const pages = page.doc.bufferedPageRange().count;
  const filled = [...page.filled, filledOf(page)];
  numberPages(page, meta);
  return { doc: page.doc, pages, filled };
}

/** Sets the first of some blocks where there is room for what must stand with it. */
function setNext(page: PdfPage, blocks: readonly Block[]): void {
  const [block] = blocks;
  if (block === undefined) return;
  if (!isFresh(page)) page.doc.y += above(block) * page.type.gap;
  makeRoom(page, leastOf(page, blocks));
  setBlock(page, block);
}

function setBlock(page: PdfPage, block: Block): void {
  switch (block.kind) {
    case 'title':
      setTitle(page, block);
      break;
    case 'heading':
    case 'paragraph':
    case 'note':
      setText(page, block);
      break;
    case 'list':
      setList(page, block);
      break;
    case 'table':
      setTable(page, block);
      break;
    case 'figure':
      setFigure(page, block);
      break;
    case 'key-figures':
      setKeyFigures(page, block);
      break;
    case 'page-break':
      if (!isFresh(page)) turnPage(page);
  }
}

/** The name of the paper and "3 / 12" at the foot of each page. */
function numberPages({ doc, left, width, type }: PdfPage, { foot }: Meta): void {
  const { start, count } = doc.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    doc.switchToPage(start + i);
    const y = doc.page.height - type.margin / 2 - 6;
    artifact(doc, () => {
      doc.font('regular').fontSize(8.5).fillColor(palette.soft);
      doc.text(foot, left, y, { lineBreak: false });
      const number = `${i + 1} / ${count}`;
      doc.text(number, left + width - doc.widthOfString(number), y, { lineBreak: false });
    });
  }
}

type Mark = PDFKit.PDFOutline;

/** Adds headings to the document's bookmarks, each under the last one of the level above. */
function createBookmarks(doc: Pdf): (level: 1 | 2 | 3, text: string) => void {
  const last: Mark[] = [doc.outline];
  return (level, text) => {
    const parent = last[level - 1] ?? doc.outline;
    last.length = Math.min(last.length, level);
    last[level] = parent.addItem(text, { expanded: false });
  };
}
