import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { closed, type Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, documentRoot, group } from '../pdf/structure.ts';
import { domainSheet, rowsOf } from './domain-sheet.ts';
import { openPaper, type Paper } from './open-paper.ts';
import { type Frame, inner, margin, page } from './sheet-frame.ts';
import { wholeSheet } from './whole-sheet.ts';

/**
 * What a table fills in by hand: an A4 page a domain (more where its trajectories are many), then its whole scenario.
 * The fields are those of a collective contribution: per domain the direction chosen, per trajectory whether it is
 * kept, by when, and on what condition.
 */
export function tableSheets(paper: Paper): Promise<Uint8Array> {
  const { wording } = paper;
  const doc = openPaper(paper, 'sheets', { size: [page.width, page.height], margin });
  const root = documentRoot(doc);
  const frame: Frame = { doc, wording, title: consultationNames(wording).title };
  for (const domain of wording.catalogue.domains) {
    rowsOf(domain).forEach((trajectories, i) => {
      doc.addPage();
      domainSheet(frame, group(doc, root, 'Sect'), { domain, trajectories, first: i === 0 });
    });
  }
  doc.addPage();
  wholeSheet(frame, group(doc, root, 'Sect'));
  number(doc, wording);
  return closed(doc);
}

function number(doc: Pdf, { say }: Wording): void {
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
