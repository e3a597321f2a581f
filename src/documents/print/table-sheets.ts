import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { tableSheet } from '#wording/workshop/table-sheet.ts';
import { closed, type Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, documentRoot, group, type PdfStructure } from '../pdf/structure.ts';
import { domainSheet, rowsOf } from './domain-sheet.ts';
import { openPaper, type Paper } from './open-paper.ts';
import { type Frame, inner, margin, page } from './sheet-frame.ts';
import { wholeSheet } from './whole-sheet.ts';

/**
 * What a table fills in by hand: an A4 page a domain (more where its trajectories are many), then its whole scenario.
 * What is asked, in which order and in which words, is for `tableSheet` to say: the form it is entered in asks the same.
 */
export function tableSheets(paper: Paper): Promise<Uint8Array> {
  const { wording } = paper;
  const doc = openPaper(paper, 'sheets', { size: [page.width, page.height], margin });
  const root = documentRoot(doc);
  sheetsOfTable({ doc, wording, asked: tableSheet(wording), title: consultationNames(wording).title }, root);
  number(doc, wording);
  return closed(doc);
}

/** The sheets of one table. */
export function sheetsOfTable(frame: Frame, root: PdfStructure): void {
  const { doc, asked } = frame;
  asked.domains.forEach((domain, nth) => {
    const pages = rowsOf(domain.kept);
    pages.forEach((rows, i) => {
      doc.addPage();
      const labels = nth + i === 0 ? [asked.table.label, asked.people.label] : [asked.table.label];
      const place = { isFirst: i === 0, isLast: i === pages.length - 1, labels };
      domainSheet(frame, group(doc, root, 'Sect'), { domain, rows, ...place });
    });
  });
  doc.addPage();
  wholeSheet(frame, group(doc, root, 'Sect'));
}

export function number(doc: Pdf, { say }: Wording): void {
  const { start, count } = doc.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    doc.switchToPage(start + i);
    artifact(doc, () =>
      doc
        .font('regular')
        .fontSize(8)
        .fillColor(palette.soft)
        .text(say('print.sheets.page', { index: i + 1, total: count }), margin, page.height - 26, {
          width: inner,
          align: 'right',
        }),
    );
  }
}
