import { type FileChild, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { bare } from '#documents/office/bare-colour.ts';
import { palette } from '#documents/pdf/palette.ts';
import type { KeyFigure } from '#wording/reading/reading.ts';
import { breadth } from './styles.ts';

/** A few large figures side by side, each with what it counts. */
export function keyFigures(items: readonly KeyFigure[], accent: string): readonly FileChild[] {
  const column = Math.round(breadth / Math.max(1, items.length));
  const cell = ({ value, label }: KeyFigure) =>
    new TableCell({
      width: { size: column, type: WidthType.DXA },
      margins: { left: 120, right: 120, top: 80, bottom: 80 },
      shading: { type: ShadingType.CLEAR, fill: bare(palette.quiet) },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          children: [new TextRun({ text: value, bold: true, size: 36, color: bare(accent) })],
        }),
        new Paragraph({ text: label, style: 'Note', spacing: { after: 0 } }),
      ],
    });
  return [
    new Paragraph({ text: '', style: 'Note', spacing: { after: 0 } }),
    new Table({
      width: { size: breadth, type: WidthType.DXA },
      columnWidths: items.map(() => column),
      borders: noBorders,
      rows: [new TableRow({ cantSplit: true, children: items.map(cell) })],
    }),
  ];
}

const none = { style: 'none', size: 0, color: 'auto' } as const;
const noBorders = {
  ...{ top: none, bottom: none, left: none, right: none },
  ...{ insideHorizontal: none, insideVertical: none },
} as const;
