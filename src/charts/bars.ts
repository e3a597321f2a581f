import { scaleLinear } from 'd3-scale';
import { element, lineHeight, paragraph, picture, type Svg, width } from './svg.ts';

const thick = 18;

/** Shares of a whole, one bar each, from the left. */
export function profile(
  label: string,
  parts: readonly { readonly title: string; readonly share: number }[],
): Svg {
  const x = scaleLinear([0, Math.max(0.01, ...parts.map(({ share }) => share))], [0, width]);
  const step = lineHeight + thick + 12;
  return picture(
    parts.length * step,
    label,
    ...parts.map(({ title, share }, i) =>
      element(
        'g',
        {},
        paragraph({ x: 0, y: i * step + lineHeight }, [title], { class: 'name' }),
        element('rect', {
          class: 'favour',
          x: 0,
          y: i * step + lineHeight + 6,
          width: x(share),
          height: thick,
        }),
      ),
    ),
  );
}
