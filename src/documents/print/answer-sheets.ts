import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { closed, type Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { paperAccent } from '../pdf/paper-accent.ts';
import { artifact, documentRoot, group } from '../pdf/structure.ts';
import { type AnswerFlow, margin, turn, width } from './answer-flow.ts';
import { answerFront } from './answer-front.ts';
import { answerDomain } from './answer-rows.ts';
import { openPaper, type Paper } from './open-paper.ts';

interface AnswerSheets extends Paper {
  /** One sheet each; none: a sheet without a number, to be copied. */
  readonly numbers: readonly number[];
}

/**
 * What somebody without a telephone answers on: who they are, then each trajectory in use with the scale as boxes. The questions of
 * the domains are left out: they choose what a person is shown, and a sheet shows it all.
 */
export function answerSheets({ numbers, ...paper }: AnswerSheets): Promise<Uint8Array> {
  const { wording } = paper;
  const doc = openPaper(paper, 'answers', { size: 'A4', margin });
  const root = documentRoot(doc);
  const { title } = consultationNames(wording);
  const accent = paperAccent(wording.consultation);
  for (const number of numbers.length === 0 ? [undefined] : numbers) {
    const first = doc.bufferedPageRange().count;
    const sheet = group(doc, root, 'Sect');
    const flow: AnswerFlow = { doc, sheet, wording, title, accent, y: 0, ...(number && { number }) };
    turn(flow);
    answerFront(flow);
    for (const domain of wording.catalogue.domains) answerDomain(flow, domain);
    feet(doc, first, wording);
  }
  return closed(doc);
}

/** At the foot of each page of a sheet: which of them it is, and that no name is asked. */
function feet(doc: Pdf, first: number, { say }: Wording): void {
  const total = doc.bufferedPageRange().count - first;
  for (let i = 0; i < total; i++) {
    doc.switchToPage(first + i);
    artifact(doc, () => {
      doc.font('regular').fontSize(9.5).fillColor(palette.soft);
      doc.text(say('print.answers.no-name'), margin, 812, { width: width - 90, lineBreak: false });
      doc.text(say('print.sheets.page', { index: i + 1, total }), margin + width - 90, 812, {
        width: 90,
        align: 'right',
        lineBreak: false,
      });
    });
  }
}
