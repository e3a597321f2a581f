import { sourceKey } from '#wording/source-key.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { closed, type Pdf } from '../pdf/open-pdf.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, documentRoot, group } from '../pdf/structure.ts';
import { openPaper, type Paper } from './open-paper.ts';
import { cardSides, type OneCard, trajectoryCard } from './trajectory-card.ts';

const margin = 22.64;
const columns = 2;
const rows = 4;

/** The trajectories as cards to cut out: eight an A4 sheet, domain after domain. */
export function trajectoryCards(paper: Paper): Promise<Uint8Array> {
  const { wording } = paper;
  const doc = openPaper(paper, 'cards', { size: 'A4', margin });
  const root = documentRoot(doc);
  allCards(wording).forEach((card, i) => {
    const place = i % (columns * rows);
    if (place === 0) sheetOf(doc);
    const x = margin + (place % columns) * cardSides.width;
    const y = margin + Math.floor(place / columns) * cardSides.height;
    trajectoryCard(doc, group(doc, root, 'Sect'), card, { x, y });
  });
  return closed(doc);
}

/** Each trajectory with its domain and its place there. */
function allCards(wording: Wording): readonly OneCard[] {
  const { catalogue, text, say } = wording;
  return catalogue.domains.flatMap(({ id: domain, trajectories }) =>
    trajectories.flatMap(({ id, source }, i) => {
      const words = text.trajectories[id];
      if (words === undefined) return [];
      return [
        {
          words,
          first: i === 0,
          domain: domainTitle(wording, domain),
          position: say('print.cards.position', { index: i + 1, total: trajectories.length }),
          labels: {
            benefit: say('catalogue.benefit'),
            risk: say('catalogue.risk'),
            example: say('catalogue.example'),
          },
          source: say(`catalogue.source-${sourceKey[source]}`),
        },
      ];
    }),
  );
}

/** A new sheet with its cut lines, from edge to edge of the cards. */
function sheetOf(doc: Pdf): void {
  doc.addPage();
  const { width, height } = cardSides;
  artifact(doc, () => {
    doc.lineWidth(0.5).dash(3, { space: 3 }).strokeColor(palette.edge);
    for (let column = 0; column <= columns; column++) {
      const x = margin + column * width;
      doc.moveTo(x, margin).lineTo(x, margin + rows * height);
    }
    for (let row = 0; row <= rows; row++) {
      const y = margin + row * height;
      doc.moveTo(margin, y).lineTo(margin + columns * width, y);
    }
    doc.stroke().undash();
  });
}
