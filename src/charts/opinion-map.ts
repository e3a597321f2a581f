import { scaleLinear } from 'd3-scale';
import { element, picture, type Svg, width } from './svg.ts';

/** A group as a whole: its middle, and how it spreads (variances in x, in y, and of both). Nobody in it can be told apart. */
interface Cloud {
  readonly name: string;
  readonly middle: readonly [number, number];
  readonly spread: readonly [number, number, number];
}

const height = 260;
/** Of people spread like a bell, an outline of one standard deviation holds about four in ten, one of two about nine in ten. */
const outlines = [2, 1];

/** Groups by how their people answered: those who answered alike are near. */
export function opinionMap(label: string, clouds: readonly Cloud[]): Svg {
  const shapes = clouds.map(({ spread, ...cloud }) => ({ ...cloud, ...ellipse(spread) }));
  const reach = ({ middle, long }: (typeof shapes)[number], axis: 0 | 1) => [
    middle[axis] - 2 * long,
    middle[axis] + 2 * long,
  ];
  const ends = (axis: 0 | 1) => shapes.flatMap((shape) => reach(shape, axis));
  const [left, right] = [Math.min(...ends(0)), Math.max(...ends(0))];
  const [low, high] = [Math.min(...ends(1)), Math.max(...ends(1))];
  const scale = Math.min(width / Math.max(1e-9, right - left), height / Math.max(1e-9, high - low));
  const x = scaleLinear([(left + right) / 2, (left + right) / 2 + 1], [width / 2, width / 2 + scale]);
  const y = scaleLinear([(low + high) / 2, (low + high) / 2 + 1], [height / 2, height / 2 - scale]);
  return picture(
    height,
    label,
    ...shapes.map(({ middle, long, short, turn, name }, i) => {
      const [cx, cy] = [x(middle[0]), y(middle[1])];
      return element(
        'g',
        { class: `cloud cloud-${i + 1}` },
        ...outlines.map((times) =>
          element('ellipse', {
            cx,
            cy,
            rx: Math.max(4, times * long * scale),
            ry: Math.max(4, times * short * scale),
            transform: `rotate(${((-turn * 180) / Math.PI).toFixed(1)} ${cx.toFixed(1)} ${cy.toFixed(1)})`,
          }),
        ),
        element('text', { x: cx, y: cy + 6, 'text-anchor': 'middle', class: 'letter' }, name),
      );
    }),
  );
}

/** The half axes of one standard deviation, and the angle of the longer one. */
function ellipse([xx, yy, xy]: Cloud['spread']): { long: number; short: number; turn: number } {
  const mean = (xx + yy) / 2;
  const half = Math.hypot((xx - yy) / 2, xy);
  return {
    long: Math.sqrt(Math.max(0, mean + half)),
    short: Math.sqrt(Math.max(0, mean - half)),
    turn: Math.atan2(2 * xy, xx - yy) / 2,
  };
}
