import { lastDayOf } from '#domain/consultation/end-of.ts';
import { consultationNames, dated } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { setFitted } from '../pdf/fit-text.ts';
import type { FontName } from '../pdf/fonts.ts';
import { type LogoPicture, type NamedLogo, namedLogo } from '../pdf/logo.ts';
import { closed, type Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { paperAccent } from '../pdf/paper-accent.ts';
import { setLogo } from '../pdf/set-logo.ts';
import { artifact, documentRoot, group, type PdfStructure } from '../pdf/structure.ts';
import { openPaper, type Paper } from './open-paper.ts';
import { posterPanel } from './poster-panel.ts';

interface Poster extends Omit<Paper, 'wording'> {
  /** One page each, in this order: the consultation in the languages wanted. */
  readonly wordings: readonly [Wording, ...Wording[]];
  /** Where the consultation is. */
  readonly address: string;
  readonly logo?: LogoPicture;
}

const margin = 56;
const width = 595.28 - 2 * margin;
const panelTop = 382;

/** What invites people in a town hall or a shop: an A4 page a language, to be read from three metres. */
export function poster({ wordings, address, logo, ...paper }: Poster): Promise<Uint8Array> {
  const doc = openPaper({ ...paper, wording: wordings[0] }, 'poster', { size: 'A4', margin });
  const root = documentRoot(doc);
  for (const wording of wordings) {
    doc.addPage();
    const sheet = group(doc, root, 'Sect', { lang: wording.language });
    page(doc, sheet, { wording, address, ...namedLogo(logo, wording) });
  }
  return closed(doc);
}

interface Page {
  readonly wording: Wording;
  readonly address: string;
  readonly logo?: NamedLogo;
}

const titleTop = 76;
/** In points; a wide one stands above the title, a high one beside it. */
const logoPlace = { top: 30, width: 150, height: 84 } as const;

function page(doc: Pdf, sheet: PdfStructure, { wording, address, logo }: Page): void {
  const { title, territory } = consultationNames(wording);
  const { say } = wording;
  const accent = paperAccent(wording.consultation);
  artifact(doc, () => doc.rect(margin, margin, 64, 6).fill(accent));
  const mark = logo && setLogo(doc, sheet, logo, { right: margin + width, ...logoPlace });
  const isBeside = mark !== undefined && logoPlace.top + mark.height > titleTop;
  setFitted(doc, sheet, 'H1', unbroken(title), {
    ...{ x: margin, y: titleTop, width: isBeside ? width - mark.width - 20 : width, height: 150 },
    ...{ font: 'bold', most: 60, least: 24, gap: -0.16, colour: palette.ink },
  });
  said(doc, sheet, upper(territory, wording), {
    ...{ y: doc.y + 14, most: 25, height: 52 },
    ...{ font: 'strong', colour: accent },
  });
  said(doc, sheet, say('print.poster.what'), {
    y: doc.y + 10,
    most: 20,
    height: panelTop - 24 - doc.y,
    font: 'regular',
    colour: palette.ink,
  });
  posterPanel(doc, sheet, { x: margin, y: panelTop, width, wording, address, facts: facts(wording) });
  responsible(doc, sheet, wording);
}

interface Line {
  readonly y: number;
  readonly most: number;
  readonly height: number;
  readonly font: FontName;
  readonly colour: string;
}

const said = (doc: Pdf, sheet: PdfStructure, text: string, line: Line): void =>
  setFitted(doc, sheet, 'P', text, { ...line, x: margin, width, least: 12, gap: -0.06 });

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
  const { contact } = consultation.controller;
  const lines = [
    say('print.poster.responsible', { name: consultationNames(wording).controller }),
    ...(contact === '' ? [] : [say('print.poster.contact', { contact })]),
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
