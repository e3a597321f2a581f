import { scalePoint } from 'd3-scale';
import { element, lineHeight, lines, paragraph, type Svg, sized } from './svg.ts';

/** Things that would come, under what they belong to. */
export interface PlanGroup {
  readonly title: string;
  /** Strokes on a sheet of 24 by 24. */
  readonly icon: string;
  /** `at`: the id of a step. */
  readonly rows: readonly { readonly title: string; readonly at: string }[];
  /** What is said of those that are not shown. */
  readonly more?: string | undefined;
}

/** As wide as a card on a small phone, so that its words are read there as they are drawn. */
export const planWidth = 294;

/** So many letters of a title stand on a line. */
const letters = 42;

/**
 * Groups of things along steps of time, each with a dot where it would come. `later`: a last step that is no moment; its dot is
 * hollow, and stands off the line.
 */
export function plan(
  label: string,
  steps: readonly { readonly id: string; readonly title: string; readonly later?: boolean }[],
  groups: readonly PlanGroup[],
): Svg {
  const x = scalePoint(
    steps.map(({ id }) => id),
    [27, planWidth - 27],
  );
  const at = (id: string) => x(id) ?? 0;
  const moments = steps.filter(({ later }) => later !== true);
  const ends = [moments[0], moments.at(-1)].map((step) => at(step?.id ?? ''));
  const heads = steps.map(({ title }) => lines(title, 8));
  let y = Math.max(...heads.map((text) => text.length)) * lineHeight;
  const row = ({ title, at: id }: PlanGroup['rows'][number]) => {
    const text = lines(title, letters);
    const top = y + lineHeight;
    const line = top + (text.length - 1) * lineHeight + 14;
    y = line + 10;
    const isLater = steps.some((step) => step.id === id && step.later === true);
    return [
      paragraph({ x: 0, y: top }, text),
      element('path', { class: 'time', d: `M${ends[0]} ${line}H${ends[1]}` }),
      ...moments.map((step) => element('path', { class: 'time', d: `M${at(step.id)} ${line - 4}v8` })),
      element('circle', { class: isLater ? 'ring' : 'dot', cx: at(id), cy: line, r: isLater ? 5 : 7 }),
    ];
  };
  const drawn = groups.map(({ title, icon, rows, more }) => {
    const top = y + 14;
    const head = lines(title, 34);
    y = top + Math.max(24, head.length * lineHeight + 4);
    const said = [
      element('path', { class: 'icon', d: icon, transform: `translate(0 ${top}) scale(0.92)` }),
      paragraph({ x: 30, y: top + 16 }, head, { class: 'title' }),
      ...rows.flatMap(row),
    ];
    if (more === undefined) return element('g', {}, ...said);
    y += lineHeight;
    return element('g', {}, ...said, paragraph({ x: 0, y }, [more], { class: 'note' }));
  });
  const times = steps.map(({ id }, i) =>
    paragraph({ x: at(id), y: 12 }, heads[i] ?? [], { class: 'note', 'text-anchor': 'middle' }),
  );
  return sized({ width: planWidth, height: y + 6 }, label, ...times, ...drawn);
}
