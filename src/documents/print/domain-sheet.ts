import type { Domain, Trajectory } from '#domain/catalogue/catalogue.ts';
import { domainTitle } from '#wording/titles.ts';
import { setFitted, writeFitted } from '../pdf/fit-text.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, group, type PdfStructure, tagged } from '../pdf/structure.ts';
import { type Frame, inner, margin, page, sheetHead, subhead } from './sheet-frame.ts';
import { trajectoryTable } from './trajectory-table.ts';

interface DomainSheet {
  readonly domain: Domain;
  /** Those of this page. */
  readonly trajectories: readonly Trajectory[];
  /** The directions stand on the domain's first page alone. */
  readonly first: boolean;
}

const most = 12;
const bottom = page.height - 34;

/** The trajectories of a domain, page by page: as even as can be, none on a page by itself. */
export function rowsOf({ trajectories }: Domain): readonly (readonly Trajectory[])[] {
  const pages = Math.max(1, Math.ceil(trajectories.length / most));
  const each = Math.ceil(trajectories.length / pages);
  return Array.from({ length: pages }, (_, i) => trajectories.slice(i * each, (i + 1) * each));
}

/** What a table fills in for one domain: the direction it chooses, and what it keeps. */
export function domainSheet(
  frame: Frame,
  sheet: PdfStructure,
  { domain, trajectories, first }: DomainSheet,
): void {
  const { doc, wording } = frame;
  const { say, text } = wording;
  sheetHead(frame, sheet, domainTitle(wording, domain.id));
  const description = text.domains[domain.id]?.description ?? '';
  setFitted(doc, sheet, 'P', description, {
    ...{ x: margin, y: margin + 40, width: inner, height: 16 },
    ...{ font: 'regular', most: 11, least: 7, colour: palette.soft },
  });
  let y = margin + 64;
  if (first) {
    subhead(doc, sheet, say('print.sheets.choose'), { x: margin, y, width: inner });
    y = orientations(frame, sheet, domain, y + 19) + 8;
  }
  subhead(doc, sheet, say('print.sheets.keep'), { x: margin, y, width: inner });
  trajectoryTable(frame, sheet, trajectories, { top: y + 18, bottom });
}

/** The directions side by side, each with a circle to tick: where they end. */
function orientations(
  { doc, wording }: Frame,
  sheet: PdfStructure,
  { orientations }: Domain,
  top: number,
): number {
  const gap = 18;
  const width = (inner - gap * (orientations.length - 1)) / orientations.length;
  const list = group(doc, sheet, 'L');
  const ends = orientations.map((id, i) => {
    const { title = id, description = '' } = wording.text.orientations[id] ?? {};
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
