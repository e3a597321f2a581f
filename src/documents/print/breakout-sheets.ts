import type { DomainId } from '#domain/catalogue/domains.ts';
import { consultationNames, domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { tableSheet } from '#wording/workshop/table-sheet.ts';
import { setFitted } from '../pdf/fit-text.ts';
import { closed, type Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, documentRoot, group, type PdfStructure } from '../pdf/structure.ts';
import { openPaper, type Paper } from './open-paper.ts';
import { qrFigure } from './qr-figure.ts';
import { inner, margin, page } from './sheet-frame.ts';
import { number, sheetsOfTable } from './table-sheets.ts';

/** A table that has a phone of its own, as it is printed. */
export interface PaperTable {
  readonly name: string;
  /** Where its phone goes. */
  readonly address: string;
  /** What it works on; absent: all. */
  readonly domains?: readonly DomainId[];
}

/** In points: some 11 cm, read from across a table. */
const side = 310;

/** For each table: the way to its phone's page, to stand on the table, then what it fills in by hand if it has no phone. */
export function breakoutSheets(paper: Paper, tables: readonly PaperTable[]): Promise<Uint8Array> {
  const doc = openPaper(paper, 'sheets', { size: [page.width, page.height], margin });
  const root = documentRoot(doc);
  for (const table of tables) {
    const wording = worksOn(paper.wording, table);
    doc.addPage();
    door(doc, group(doc, root, 'Sect'), table, wording);
    const { title } = consultationNames(wording);
    sheetsOfTable({ doc, wording, asked: tableSheet(wording), title, table: table.name }, root);
  }
  number(doc, paper.wording);
  return closed(doc);
}

function worksOn(wording: Wording, { domains }: PaperTable): Wording {
  const { catalogue } = wording;
  const its = catalogue.domains.filter(({ id }) => domains?.includes(id) ?? true);
  return { ...wording, catalogue: { ...catalogue, domains: its } };
}

function door(doc: Pdf, sheet: PdfStructure, { name, address }: PaperTable, wording: Wording): void {
  const { say, catalogue } = wording;
  const letters = address.replace(/^https?:\/\//, '');
  artifact(doc, () => doc.rect(margin, margin, 40, 4).fill(palette.accent));
  const head = { x: margin, width: inner } as const;
  setFitted(doc, sheet, 'P', consultationNames(wording).title, {
    ...{ ...head, y: margin + 10, height: 18 },
    ...{ font: 'regular', most: 12, least: 7, colour: palette.soft },
  });
  setFitted(doc, sheet, 'H1', say('breakout.sheet.title', { table: name }), {
    ...{ ...head, y: margin + 30, height: 44 },
    ...{ font: 'bold', most: 32, least: 14, colour: palette.ink },
  });
  const top = margin + 100;
  qrFigure(doc, sheet, address, { x: margin, y: top, side, alt: say('breakout.sheet.alt', { table: name }) });
  const beside = { x: margin + side + 36, width: inner - side - 36 };
  const texts = [
    { text: say('breakout.sheet.scan'), y: top + 10, height: 66, font: 'bold', most: 24 },
    {
      text: say('breakout.sheet.or', { address: letters }),
      y: top + 84,
      height: 76,
      font: 'strong',
      most: 20,
    },
    { text: say('breakout.sheet.how'), y: top + 172, height: 70, font: 'regular', most: 14 },
    {
      ...{ text: catalogue.domains.map(({ id }) => domainTitle(wording, id)).join(' · '), y: top + 252 },
      ...{ height: 50, font: 'regular' as const, most: 12 },
    },
  ] as const;
  for (const { text, ...at } of texts)
    setFitted(doc, sheet, 'P', text, { ...beside, ...at, least: 7, colour: palette.ink });
}
