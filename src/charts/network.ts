import { scalePoint } from 'd3-scale';
import { curveBundle, line } from 'd3-shape';
import { element, lines, paragraph, picture, type Svg, width } from './svg.ts';

/** What favours what; `strength` 1 to 3. */
interface Link {
  readonly from: string;
  readonly to: string;
  readonly strength: number;
}

const height = 300;
const radius = 92;

/** Things in a circle and the links between them, thicker when stronger; an arrow says which way. */
export function network(
  label: string,
  nodes: readonly { readonly id: string; readonly title: string }[],
  links: readonly Link[],
): Svg {
  const angle = scalePoint([...nodes.map(({ id }) => id), ''], [-Math.PI / 2, (3 * Math.PI) / 2]);
  const place = (id: string, far = radius): [number, number] => {
    const turn = angle(id) ?? 0;
    return [width / 2 + far * Math.cos(turn), height / 2 + far * Math.sin(turn)];
  };
  const bend = line<[number, number]>().curve(curveBundle.beta(0.7));
  const arrow = element(
    'marker',
    {
      id: 'arrow',
      viewBox: '0 0 8 8',
      refX: 7,
      refY: 4,
      markerWidth: 4,
      markerHeight: 4,
      orient: 'auto-start-reverse',
    },
    element('path', { class: 'tip', d: 'M0 0L8 4L0 8z' }),
  );
  return picture(
    height,
    label,
    element('defs', {}, arrow),
    ...links.map(({ from, to, strength }) =>
      element('path', {
        class: 'link',
        d: bend([place(from, radius - 8), [width / 2, height / 2], place(to, radius - 10)]) ?? '',
        'stroke-width': strength,
        'marker-end': 'url(#arrow)',
      }),
    ),
    ...nodes.map(({ id, title }) => {
      const [cx, cy] = place(id);
      const [tx, ty] = place(id, radius + 14);
      const anchor = Math.abs(tx - width / 2) < 20 ? 'middle' : tx > width / 2 ? 'start' : 'end';
      const text = lines(title, 10);
      const above = ty < height / 2 - 20 ? (text.length - 1) * 15 : 0;
      return element(
        'g',
        {},
        element('circle', { class: 'dot', cx, cy, r: 7 }),
        paragraph({ x: tx, y: ty + 4 - above }, text, { class: 'note', 'text-anchor': anchor }),
      );
    }),
  );
}
