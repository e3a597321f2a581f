import type { Say } from '#domain/conversation/phrases.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Slide } from './slide.ts';

/** Something that stands on a slide, with the room it needs from top to bottom, in ems. */
export interface SlideRow {
  readonly height: number;
  readonly html: Html;
}

export interface Rows {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly SlideRow[];
  /** Of what the rows are, for the style. */
  readonly look: 'bars' | 'facts' | 'live' | 'told';
  /** Whom it is drawn from, where that is not what it tells. */
  readonly foot?: string;
}

/** What is left of a screen of 16 by 9 between its heading and its foot, in ems, and what keeps two rows apart. */
const room = 15.4;
const gap = 0.45;
/** A foot of one line stands in that already. */
const footWidth = 38;
const lineHeight = 1.25;

/** Rows on as many slides as they need: letters are never made smaller to fit. */
export function spread({ id, title, rows, look, foot }: Rows, say: Say): readonly Slide[] {
  const parts = parted(rows, room - (foot === undefined ? 0 : tall(foot, footWidth) - lineHeight));
  return parts.map((part, i) => ({
    id: i === 0 ? id : `${id}-${i + 1}`,
    title: parts.length === 1 ? title : say('projection.part', { title, index: i + 1, total: parts.length }),
    body: html`<ul class="${look}">${joined(part.map((row) => html`<li>${row.html}</li>`))}</ul>${
      foot === undefined
        ? html``
        : html`
<p class="foot">${foot}</p>`
    }`,
  }));
}

/** What the icon of a domain takes beside its title, in ems. */
export const iconWidth = 1.5;

/** As few parts as the room allows, and those as even as can be. */
function parted(rows: readonly SlideRow[], room: number): readonly (readonly SlideRow[])[] {
  const fewest = within(rows, room).length;
  for (let height = 1; height < room; height += 0.5) {
    const parts = within(rows, height);
    if (parts.length === fewest) return parts;
  }
  return within(rows, room);
}

function within(rows: readonly SlideRow[], height: number): readonly (readonly SlideRow[])[] {
  const parts: SlideRow[][] = [[]];
  let filled = 0;
  for (const row of rows) {
    const open = parts.at(-1) ?? [];
    if (open.length > 0 && filled + gap + row.height > height) {
      parts.push([row]);
      filled = row.height;
    } else {
      open.push(row);
      filled += row.height + (open.length > 1 ? gap : 0);
    }
  }
  return parts;
}

/** The height of a text in a column so many ems wide, reckoned with wide letters. */
export const tall = (text: string, width: number, weight: 'plain' | 'bold' = 'plain'): number =>
  Math.ceil((text.length * (weight === 'bold' ? 0.63 : 0.57)) / width) * lineHeight;
