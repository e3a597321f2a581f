import { scaleLinear } from 'd3-scale';
import { element, lineHeight, lines, paragraph, picture, type Svg, width } from './svg.ts';

/** How two shares differ, the later less the earlier: -1..1. */
interface Difference {
  readonly title: string;
  /** Under the bar: the difference in words. */
  readonly note: string;
  readonly value: number;
  /** Absent: nothing is known of its margin. */
  readonly interval?: { readonly low: number; readonly high: number };
}

const thick = 16;

/** Differences on several things, one under the other: bars from a line of no difference, to the right for more, to the left for less. */
export function differences(
  label: string,
  ends: { readonly less: string; readonly more: string },
  rows: readonly Difference[],
): Svg {
  const reach = reachOf(rows);
  const x = scaleLinear([-reach, reach], [4, width - 4]);
  let y = lineHeight + 6;
  const drawn = rows.map((row) => {
    const title = lines(row.title, 44);
    const top = y + lineHeight;
    const middle = top + (title.length - 1) * lineHeight + 8;
    y = middle + thick + 26;
    return element(
      'g',
      {},
      paragraph({ x: 0, y: top }, title, { class: 'name' }),
      element('rect', {
        class: row.value < 0 ? 'against' : 'favour',
        x: x(Math.min(0, row.value)),
        y: middle,
        width: x(Math.abs(row.value)) - x(0),
        height: thick,
      }),
      element('path', { class: 'axis', d: `M${x(0)} ${middle - 3}v${thick + 6}` }),
      ...(row.interval === undefined ? [] : [margin(x(row.interval.low), x(row.interval.high), middle)]),
      paragraph({ x: 0, y: middle + thick + 14 }, [row.note], { class: 'note' }),
    );
  });
  const head = [
    paragraph({ x: 0, y: lineHeight }, [`← ${ends.less}`], { class: 'note' }),
    paragraph({ x: width, y: lineHeight }, [`${ends.more} →`], { class: 'note', 'text-anchor': 'end' }),
  ];
  return picture(y, label, ...head, ...drawn);
}

/** As far as the widest bar or margin, so that small differences are not drawn as large ones. */
function reachOf(rows: readonly Difference[]): number {
  const all = rows.flatMap(({ value, interval }) => [value, interval?.low ?? 0, interval?.high ?? 0]);
  return Math.min(1, Math.max(least, ...all.map(Math.abs)));
}

const least = 0.25;

/** A thin line under the bar, from the least to the most that the difference may be. */
const margin = (from: number, to: number, top: number): Svg =>
  element('path', { class: 'interval', d: `M${from} ${top + thick + 2}H${to}` });
