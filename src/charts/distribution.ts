import { scaleLinear } from 'd3-scale';
import { element, lineHeight, lines, paragraph, picture, type Svg, width } from './svg.ts';

/** How many stand on one stretch of a line. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

const [tall, above] = [110, 20];
const perLine = 24;
const gap = 2;

/** Where people stand on a line, as areas: a stretch twice as wide is half as high for as many. What its ends mean stands below. */
export function distribution(
  label: string,
  stretches: readonly Stretch[],
  ends: readonly [string, string],
): Svg {
  const [first, last] = [stretches[0]?.from ?? 0, stretches.at(-1)?.to ?? 1];
  const x = scaleLinear([first, last], [0, width]);
  const density = ({ from, to, n }: Stretch) => n / Math.max(1e-9, to - from);
  const y = scaleLinear([0, Math.max(1e-9, ...stretches.map(density))], [0, tall]);
  const bottom = above + tall;
  const [low, high] = ends.map((end) => lines(end, perLine));
  const below = Math.max(low?.length ?? 0, high?.length ?? 0) * lineHeight + 10;
  const drawn = stretches.map((one) => {
    const [left, right, height] = [x(one.from), x(one.to), y(density(one))];
    return element(
      'g',
      {},
      element('rect', {
        class: 'pile',
        x: left + gap / 2,
        y: bottom - height,
        width: right - left - gap,
        height,
      }),
      element(
        'text',
        { class: 'note', x: (left + right) / 2, y: bottom - height - 5, 'text-anchor': 'middle' },
        `${one.n}`,
      ),
    );
  });
  return picture(
    bottom + below,
    label,
    ...drawn,
    element('path', { class: 'axis', d: `M0 ${bottom}H${width}` }),
    paragraph({ x: 0, y: bottom + 16 }, low ?? [], { class: 'note' }),
    paragraph({ x: width, y: bottom + 16 }, high ?? [], { class: 'note', 'text-anchor': 'end' }),
  );
}
