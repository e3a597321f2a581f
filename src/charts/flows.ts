import { scaleLinear } from 'd3-scale';
import { element, lineHeight, lines, paragraph, picture, type Svg, width } from './svg.ts';

/** People by where they stood (rows) and where they stand now (columns); as many rows and columns as there are titles. */
export interface Flows {
  readonly titles: readonly string[];
  readonly cells: readonly (readonly number[])[];
  /** The last title is of those who stood, or stand, nowhere. */
  readonly hasNowhere: boolean;
}

/** How high all people are together, how wide a place is, and what keeps two apart. */
const [tall, thick, gap] = [150, 10, 8];
const perLine = 26;

interface Place {
  readonly title: readonly string[];
  readonly y: number;
  readonly n: number;
}

/** An alluvial diagram: places on the left, places on the right, and between them flows as wide as they are of people. */
export function flows(label: string, { titles, cells, hasNowhere }: Flows): Svg {
  const all = sum(cells.flat());
  const size = scaleLinear([0, Math.max(1, all)], [0, tall]);
  const from = placed(titles, (i) => sum(cells[i] ?? []), size);
  const to = placed(titles, (i) => sum(cells.map((row) => row[i] ?? 0)), size);
  const bottom = Math.max(from.bottom, to.bottom);
  const left = from.places.map((place) => place?.y ?? 0);
  const right = to.places.map((place) => place?.y ?? 0);
  const ribbons = cells.flatMap((row, i) =>
    row.flatMap((n, j) => {
      if (n === 0) return [];
      const [a, b] = [left[i] ?? 0, right[j] ?? 0];
      left[i] = a + size(n);
      right[j] = b + size(n);
      const nowhere = hasNowhere && [i, j].includes(titles.length - 1);
      const kind = nowhere ? 'once' : i === j ? 'stay' : j > i ? 'forth' : 'back';
      return [ribbon(a, b, size(n), kind), ...numbered(n, (a + b + size(n)) / 2, size(n))];
    }),
  );
  return picture(
    bottom,
    label,
    ...ribbons,
    ...drawn(from.places, 'start', size),
    ...drawn(to.places, 'end', size),
  );
}

/** One under the other, each below its title; nobody's place is left out. */
function placed(titles: readonly string[], nOf: (i: number) => number, size: (n: number) => number) {
  let y = 0;
  const places = titles.map((title, i): Place | undefined => {
    const n = nOf(i);
    if (n === 0) return undefined;
    const written = lines(title, perLine);
    const top = y + written.length * lineHeight + 4;
    y = top + size(n) + gap;
    return { title: written, y: top, n };
  });
  return { places, bottom: y };
}

function drawn(
  places: readonly (Place | undefined)[],
  side: 'start' | 'end',
  size: (n: number) => number,
): readonly Svg[] {
  const at = side === 'start' ? { text: 0, bar: 0 } : { text: width, bar: width - thick };
  return places.flatMap((place) => {
    if (place === undefined) return [];
    const { title, y, n } = place;
    const top = y - 5 - (title.length - 1) * lineHeight;
    const anchor = side === 'start' ? undefined : 'end';
    return [
      element('rect', { class: 'place', x: at.bar, y, width: thick, height: size(n) }),
      paragraph({ x: at.text, y: top }, title, { class: 'name', 'text-anchor': anchor }),
      element(
        'text',
        {
          class: 'note',
          x: side === 'start' ? thick + 4 : width - thick - 4,
          y: y + size(n) / 2 + 4,
          'text-anchor': anchor,
        },
        `${n}`,
      ),
    ];
  });
}

/** From a height on the left to one on the right, as wide all along. */
function ribbon(a: number, b: number, high: number, kind: string): Svg {
  const [left, right, half] = [thick, width - thick, width / 2];
  const d = `M${left} ${r(a)}C${half} ${r(a)} ${half} ${r(b)} ${right} ${r(b)}V${r(b + high)}C${half} ${r(b + high)} ${half} ${r(a + high)} ${left} ${r(a + high)}Z`;
  return element('path', { class: `flow ${kind}`, d });
}

/** In the middle of it, where it is high enough to be read. */
const numbered = (n: number, y: number, high: number): readonly Svg[] =>
  high < lineHeight - 3
    ? []
    : [element('text', { class: 'note', x: width / 2, y: y + 4, 'text-anchor': 'middle' }, `${n}`)];

const r = (value: number): number => Math.round(value * 10) / 10;

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
