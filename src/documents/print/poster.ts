import { lastDayOf } from '#domain/consultation/end-of.ts';
import { consultationNames, dated } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { setFitted } from '../pdf/fit-text.ts';
import { closed, type Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, documentRoot, group, type PdfStructure } from '../pdf/structure.ts';
import { openPaper, type Paper } from './open-paper.ts';
import { posterPanel } from './poster-panel.ts';

interface Poster extends Omit<Paper, 'wording'> {
  /** One page each, in this order: the consultation in the languages wanted. */
  readonly wordings: readonly [Wording, ...Wording[]];
  /** Where the consultation is. */
  readonly address: string;
}

const margin = 56;
const width = 595.28 - 2 * margin;
const panelTop = 382;

/** What invites people in a town hall or a shop: an A4 page a language, to be read from three metres. */
export function poster({ wordings, address, ...paper }: Poster): Promise<Uint8Array> {
  const doc = openPaper({ ...paper, wording: wordings[0] }, 'poster', { size: 'A4', margin });
  const root = documentRoot(doc);
  for (const wording of wordings) {
    doc.addPage();
    page(doc, group(doc, root, 'Sect', { lang: wording.language }), wording, address);
  }
  return closed(doc);
}

function page(doc: Pdf, sheet: PdfStructure, wording: Wording, address: string): void {
  const { title, territory } = consultationNames(wording);
  const { say } = wording;
  artifact(doc, () => doc.rect(margin, margin, 64, 6).fill(palette.accent));
  setFitted(doc, sheet, 'H1', unbroken(title), {
    ...{ x: margin, y: 76, width, height: 150 },
    ...{ font: 'bold', most: 60, least: 24, gap: -0.16, colour: palette.ink },
  });
  said(doc, sheet, upper(territory, wording), { y: doc.y + 14, most: 25, height: 52, accent: true });
  said(doc, sheet, say('print.poster.what'), {
    y: doc.y + 10,
    most: 20,
    height: panelTop - 24 - doc.y,
    accent: false,
  });
  posterPanel(doc, sheet, { x: margin, y: panelTop, width, wording, address, facts: facts(wording) });
  responsible(doc, sheet, wording);
}

interface Line {
  readonly y: number;
  readonly most: number;
  readonly height: number;
  readonly accent: boolean;
}

function said(doc: Pdf, sheet: PdfStructure, text: string, { accent, ...line }: Line): void {
  const font = accent ? 'strong' : 'regular';
  const colour = accent ? palette.accent : palette.ink;
  setFitted(doc, sheet, 'P', text, { ...line, x: margin, width, font, least: 12, gap: -0.06, colour });
}

/** A short name stays on one line: "Bourg-Neuf". */
const unbroken = (title: string): string =>
  title.replace(/(?<!\S)\S{1,20}(?!\S)/g, (word) => word.replaceAll('-', '\u2011'));

/** How long it takes, that no name is asked, until when. */
function facts(wording: Wording): readonly string[] {
  const { say, consultation } = wording;
  const last = lastDayOf(consultation);
  const time = [say('print.poster.time'), say('print.poster.name')];
  return last === undefined ? time : [...time, say('print.poster.until', { date: dated(wording, last) })];
}

function responsible(doc: Pdf, sheet: PdfStructure, wording: Wording): void {
  const { say, consultation } = wording;
  const lines = [
    say('print.poster.responsible', { name: consultationNames(wording).controller }),
    say('print.poster.contact', { contact: consultation.controller.contact }),
  ];
  lines.forEach((text, i) => {
    setFitted(doc, sheet, 'P', text, {
      ...{ x: margin, y: 764 + i * 16, width, height: 16 },
      ...{ font: 'regular', most: 11.5, least: 6, colour: palette.soft },
    });
  });
}

const upper = (text: string, { language }: Wording): string =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
