import { scalePoint } from 'd3-scale';
import { element, lineHeight, lines, paragraph, picture, type Svg, width } from './svg.ts';

/** When people expect something: the middle answer, and the answers a quarter and three quarters of them come before. */
interface Dated {
  readonly title: string;
  readonly q1: string;
  readonly median: string;
  readonly q3: string;
}

/** Things on a line of time: a dot for the middle answer, a bar from quarter to quarter. `steps`: id and name, in order. */
export function timeline(
  label: string,
  steps: readonly { readonly id: string; readonly title: string }[],
  all: readonly Dated[],
): Svg {
  const x = scalePoint(
    steps.map(({ id }) => id),
    [32, width - 32],
  );
  const at = (id: string) => x(id) ?? 0;
  const heads = steps.map(({ title }) => lines(title, 9));
  const head = Math.max(...heads.map((text) => text.length)) * lineHeight + 6;
  let y = head;
  const rows = all.map(({ title, q1, median, q3 }) => {
    const text = lines(title, 44);
    const top = y + lineHeight + 4;
    const line = top + (text.length - 1) * lineHeight + 12;
    y = line + 10;
    return element(
      'g',
      {},
      paragraph({ x: 0, y: top }, text, { class: 'name' }),
      element('path', {
        class: 'axis',
        d: `M${at(steps[0]?.id ?? '')} ${line}H${at(steps.at(-1)?.id ?? '')}`,
      }),
      element('path', { class: 'range', d: `M${at(q1)} ${line}H${at(q3)}` }),
      element('circle', { class: 'dot', cx: at(median), cy: line, r: 6 }),
    );
  });
  return picture(
    y,
    label,
    ...steps.map(({ id }, i) =>
      paragraph({ x: at(id), y: 12 }, heads[i] ?? [], { class: 'note', 'text-anchor': 'middle' }),
    ),
    ...rows,
  );
}
