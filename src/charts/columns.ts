import { scaleLinear } from 'd3-scale';
import { element, picture, type Svg, width } from './svg.ts';

/** How many of something, at one place of the row. */
interface Column {
  readonly title: string;
  readonly n: number;
}

const [tall, above, below] = [96, 18, 20];
/** Up to so many columns, each carries its number. */
const mostNumbered = 10;
const widest = 40;

/** Numbers one beside the other, in order: each column as high as its number, the first and the last named below. */
export function columns(label: string, all: readonly Column[]): Svg {
  const y = scaleLinear([0, Math.max(1, ...all.map(({ n }) => n))], [0, tall]);
  const step = Math.min(widest, width / Math.max(1, all.length));
  const thick = step * 0.8;
  const bottom = above + tall;
  const drawn = all.map(({ title, n }, i) => {
    const x = i * step + (step - thick) / 2;
    const top = bottom - y(n);
    return element(
      'g',
      {},
      element('title', {}, `${title} : ${n}`),
      element('rect', { class: 'pile', x, y: top, width: thick, height: y(n) }),
      ...(all.length <= mostNumbered
        ? [element('text', { class: 'note', x: x + thick / 2, y: top - 5, 'text-anchor': 'middle' }, `${n}`)]
        : []),
    );
  });
  const end = all.length * step;
  return picture(
    bottom + below,
    label,
    ...drawn,
    element('path', { class: 'axis', d: `M0 ${bottom}H${Math.round(Math.max(end, step))}` }),
    ...named(all, end, bottom + 15),
  );
}

/** The first stands at the left; the last under its own column, or at the left margin where it would leave the picture. */
function named(all: readonly Column[], end: number, y: number): readonly Svg[] {
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  const left = element('text', { class: 'note', x: 0, y }, first.title);
  // Side by side they need room: with few columns the table says when.
  if (all.length === 1 || end < width / 2) return [left];
  return [left, element('text', { class: 'note', x: end, y, 'text-anchor': 'end' }, last.title)];
}
