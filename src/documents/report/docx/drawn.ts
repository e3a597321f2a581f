import {
  BorderStyle,
  type FileChild,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  PageBreak,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Figure, TableBlock } from '#documents/figures/charted.ts';
import { sizeOf } from '#documents/figures/side-by-side.ts';
import { bare } from '#documents/office/bare-colour.ts';
import { palette } from '#documents/pdf/palette.ts';
import { onPaper } from '#documents/pdf/paper-style.ts';
import { raster } from '#documents/pdf/raster.ts';
import { type Block, type ListItem, leadsInto } from '../block.ts';
import { keyFigures } from './key-figures.ts';
import { logoRun } from './logo-run.ts';
import { breadth } from './styles.ts';

/** Where a block stands among the others. */
interface Place {
  /** From 0: it names its picture. */
  readonly at: number;
  readonly before: Block | undefined;
  readonly next: Block | undefined;
  /** On a page that holds a whole of its own: with less room between blocks. */
  readonly isTight: boolean;
  /** What titles and marks are printed in. */
  readonly accent: string;
}

/** A block in the words of a Word document. */
export function drawn(block: Block, { at, before, next, isTight, accent }: Place): readonly FileChild[] {
  const beginsPage = before?.kind === 'page-break';
  const spacing = isTight ? { spacing: { before: block.kind === 'heading' ? 140 : 0, after: 50 } } : {};
  switch (block.kind) {
    case 'title':
      return titled(block);
    case 'heading': {
      const level = headings[block.level - 1] ?? HeadingLevel.HEADING_3;
      return [new Paragraph({ text: block.text, heading: level, pageBreakBefore: beginsPage, ...spacing })];
    }
    case 'paragraph':
      return [
        new Paragraph({
          text: block.text,
          keepNext: leadsInto(next),
          pageBreakBefore: beginsPage,
          ...spacing,
        }),
      ];
    case 'note':
      return [new Paragraph({ text: block.text, style: 'Note', pageBreakBefore: beginsPage })];
    case 'list':
      return block.items.flatMap((item) => listed(item, block.ordered, isTight ? 30 : 50));
    case 'table':
      return table(block);
    case 'figure':
      return figure(block, at);
    case 'key-figures':
      return keyFigures(block.items, accent);
    case 'page-break':
      return leadsInto(next) ? [new Paragraph({ children: [new PageBreak()] })] : [];
  }
}

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

function titled({ text, lead, facts, logo }: Extract<Block, { kind: 'title' }>): readonly FileChild[] {
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { before: 0, after: 40 },
      children: [...(logo === undefined ? [] : [logoRun(logo)]), new TextRun({ text, size: 38 })],
    }),
    new Paragraph({ text: lead, style: 'Subtitle', spacing: { after: 120 } }),
    ...facts.map(
      ({ name, value }) =>
        new Paragraph({
          spacing: { after: 20 },
          children: [
            new TextRun({ text: `${name} `, color: bare(palette.soft), size: 18 }),
            new TextRun({ text: value, bold: true }),
          ],
        }),
    ),
  ];
}

function listed({ text, more }: ListItem, ordered: boolean, after: number): readonly FileChild[] {
  const isLong = more.length > 0;
  const first = new Paragraph({
    ...(ordered
      ? { numbering: { reference: 'numbers', level: 0 } }
      : { numbering: { reference: 'points', level: 0 } }),
    keepNext: isLong,
    spacing: { after: isLong ? 20 : after },
    children: [new TextRun({ text, bold: ordered || isLong })],
  });
  const rest = more.map(
    (line, i) =>
      new Paragraph({
        text: line,
        style: 'Note',
        indent: { left: ordered ? 400 : 280 },
        spacing: { after: i === more.length - 1 ? 140 : 20 },
      }),
  );
  return [first, ...rest];
}

/** A figure stands in pixels of 1/96 inch, a little narrower than the text; its picture has twice as many. */
const widest = 0.88 * (breadth / 1440) * 96;

function figure({ picture, alt, caption }: Figure, at: number): readonly FileChild[] {
  const natural = sizeOf(picture);
  const times = Math.min(1.05, widest / natural.width, 760 / natural.height);
  const [width, height] = [Math.round(natural.width * times), Math.round(natural.height * times)];
  const data = Buffer.from(raster(onPaper(picture), { width: 2 * width, background: palette.surface }));
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 120, after: 80, line: 240, lineRule: LineRuleType.AUTO },
      children: [
        new ImageRun({
          type: 'png',
          data,
          transformation: { width, height },
          altText: { id: String(at), name: `figure-${at}`, description: alt },
        }),
      ],
    }),
    new Paragraph({ text: caption, style: 'Note' }),
  ];
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hair = { style: BorderStyle.SINGLE, size: 4, color: bare(palette.line) } as const;

function table({ title, head, rows, widths }: TableBlock): readonly FileChild[] {
  const all = widths.reduce((sum, one) => sum + one, 0);
  const columns = widths.map((one) => Math.round((one / all) * breadth));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, i) =>
          new TableCell({
            width: { size: columns[i] ?? 0, type: WidthType.DXA },
            margins: { left: 80, right: 80, top: 20, bottom: 20 },
            ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: bare(palette.quiet) } } : {}),
            children: [
              new Paragraph({
                style: 'TableText',
                keepNext: isHead,
                children: [new TextRun({ text, bold: isHead || i === 0 })],
              }),
            ],
          }),
      ),
    });
  return [
    new Paragraph({ text: title, style: 'Caption', keepNext: true }),
    new Table({
      width: { size: breadth, type: WidthType.DXA },
      columnWidths: columns,
      layout: TableLayoutType.FIXED,
      borders: {
        top: none,
        left: none,
        right: none,
        bottom: hair,
        insideVertical: none,
        insideHorizontal: hair,
      },
      rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
    }),
    new Paragraph({ text: '', style: 'Note' }),
  ];
}
