import { scaleLinear } from 'd3-scale';
import { element, lineHeight, lines, paragraph, picture, type Svg, width } from './svg.ts';

/** Where a stance bar may truly end, on one side of it: shares, 0..1. */
interface Margin {
  readonly side: 'against' | 'favour';
  readonly low: number;
  readonly high: number;
}

/** Shares, 0..1, of those who gave a stance; what stands at the ends and under the middle; the margin only where it is asked for. */
export interface StanceBar {
  readonly against: number;
  readonly favour: number;
  readonly ends: { readonly against: string; readonly neither: string; readonly favour: string };
  readonly margin?: Margin;
}

/** The same of something that is named, with a few words under it. */
export interface NamedStanceBar extends StanceBar {
  readonly title: string;
  readonly note: string;
}

const thick = 14;
/** From the bar down to what is written at its ends. */
const drop = thick + 15;

/** One stance bar alone: those who are neither for nor against stand in its middle, those against left of them, those for right. */
export const stanceBar = (label: string, bar: StanceBar): Svg => picture(drop + 5, label, ...drawn(bar, 2));

/** Stance bars of several things, one under the other: their middles on one line, so that leaning shows. */
export function stanceBars(label: string, bars: readonly NamedStanceBar[]): Svg {
  let y = 0;
  const rows = bars.map((bar) => {
    const title = lines(bar.title, 44);
    const note = lines(bar.note, 56);
    const top = y + lineHeight;
    const middle = top + (title.length - 1) * lineHeight + 8;
    const below = middle + drop + lineHeight;
    y = below + (note.length - 1) * lineHeight + 12;
    return element(
      'g',
      {},
      paragraph({ x: 0, y: top }, title, { class: 'name' }),
      ...drawn(bar, middle),
      paragraph({ x: 0, y: below }, note, { class: 'note' }),
    );
  });
  return picture(y, label, ...rows);
}

/** A whole bar is half as wide as the picture, so that it fits wherever it leans. */
const x = scaleLinear([-1, 1], [1, width - 1]);

function drawn({ against, favour, ends, margin }: StanceBar, y: number): readonly Svg[] {
  const half = Math.max(0, 1 - against - favour) / 2;
  const box = (kind: string, from: number, to: number) =>
    element('rect', { class: kind, x: x(from), y, width: x(to) - x(from), height: thick });
  const text = (at: number, anchor: string, words: string) =>
    words === ''
      ? []
      : [element('text', { class: 'note', x: at, y: y + drop, 'text-anchor': anchor }, words)];
  return [
    box('neither', -half, half),
    box('against', -half - against, -half),
    box('favour', half, half + favour),
    element('path', { class: 'middle', d: `M${x(0)} ${y - 2}v${thick + 4}` }),
    ...(margin === undefined ? [] : [marked(margin, half, y + thick + 2)]),
    ...text(0, 'start', ends.against),
    ...text(width / 2, 'middle', ends.neither),
    ...text(width, 'end', ends.favour),
  ];
}

/** A thin line under the bar, from the least to the most that its end may be. */
function marked({ side, low, high }: Margin, half: number, y: number): Svg {
  const turn = side === 'favour' ? 1 : -1;
  const [from, to] = [low, high].map((share) => x(turn * Math.min(1, half + share)));
  return element('path', { class: 'interval', d: `M${from} ${y}H${to}` });
}
