import type { AskedOfDomain, KeptRow } from '#wording/workshop/table-sheet.ts';
import { setFitted, writeFitted } from '../pdf/fit-text.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, group, type PdfStructure, tagged } from '../pdf/structure.ts';
import { besideHead, type Frame, inner, line, margin, page, sheetHead, subhead } from './sheet-frame.ts';
import { trajectoryTable } from './trajectory-table.ts';

interface DomainSheet {
  readonly domain: AskedOfDomain;
  /** The trajectories of this page. */
  readonly rows: readonly KeptRow[];
  /** The directions stand on the domain's first page alone, what is still debated on its last. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** What the head asks. */
  readonly labels: readonly string[];
}

const most = 12;
const bottom = page.height - 34;
/** For what is still debated: its heading and a line. */
const debated = 42;

/** The trajectories of a domain, page by page: as even as can be, none on a page by itself. */
export function rowsOf({ rows }: AskedOfDomain['kept']): readonly (readonly KeptRow[])[] {
  const pages = Math.max(1, Math.ceil(rows.length / most));
  const each = Math.ceil(rows.length / pages);
  return Array.from({ length: pages }, (_, i) => rows.slice(i * each, (i + 1) * each));
}

/** What a table fills in for one domain: the direction it chooses, what it keeps, and what it still debates. */
export function domainSheet(
  frame: Frame,
  sheet: PdfStructure,
  { domain, rows, isFirst, isLast, labels }: DomainSheet,
): void {
  const { doc, wording, asked } = frame;
  sheetHead(frame, sheet, domain.title, labels);
  const description = wording.text.domains[domain.id]?.description ?? '';
  setFitted(doc, sheet, 'P', description, {
    ...{ x: margin, y: margin + 39, width: besideHead, height: 24 },
    ...{ font: 'regular', most: 11, least: 7, colour: palette.soft },
  });
  let y = margin + 64;
  if (isFirst) {
    subhead(doc, sheet, domain.orientation.label, { x: margin, y, width: inner });
    y = orientations(frame, sheet, domain.orientation, y + 19) + 8;
  }
  subhead(doc, sheet, domain.kept.label, { x: margin, y, width: inner });
  const until = isLast ? bottom - debated : bottom;
  trajectoryTable(frame, sheet, { rows, asked: asked.row }, { top: y + 18, bottom: until });
  if (!isLast) return;
  subhead(doc, sheet, domain.note.label, { x: margin, y: until + 8, width: inner });
  line(doc, { x: margin, y: bottom + 2, width: inner });
}

/** The directions side by side, each with a circle to tick: where they end. */
function orientations(
  { doc }: Frame,
  sheet: PdfStructure,
  { options }: AskedOfDomain['orientation'],
  top: number,
): number {
  const gap = 18;
  const width = (inner - gap * (options.length - 1)) / options.length;
  const list = group(doc, sheet, 'L');
  const ends = options.map(({ title, description }, i) => {
    const x = margin + i * (width + gap);
    const beside = { x: x + 20, width: width - 20 };
    artifact(doc, () =>
      doc
        .lineWidth(1)
        .circle(x + 7, top + 8, 6)
        .stroke(palette.ink),
    );
    const heading = { font: 'strong', most: 10.5, least: 8, gap: -0.08, colour: palette.ink } as const;
    const below = { font: 'regular', most: 8.5, least: 6.5, gap: -0.05, colour: palette.soft } as const;
    tagged(doc, group(doc, list, 'LI'), 'LBody', () => {
      writeFitted(doc, title, { ...beside, ...heading, y: top, height: 28 });
      writeFitted(doc, description, { ...beside, ...below, y: doc.y + 1, height: 46 });
    });
    return doc.y;
  });
  return Math.max(...ends);
}
