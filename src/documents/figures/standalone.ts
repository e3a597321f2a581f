import { element, lineHeight, lines, paragraph } from '#charts/svg.ts';
import { grainOf } from '#wording/numbers.ts';
import { kindLine } from '#wording/results/result-state.ts';
import { consultationNames } from '#wording/titles.ts';
import { choseToTakePart } from '#wording/who/participants.ts';
import { onPaper } from '../pdf/paper-style.ts';
import type { Result } from '../result.ts';
import type { NamedPicture } from './named-pictures.ts';
import { sizeOf } from './side-by-side.ts';

/** Around the picture, in its own measure. */
const edge = 16;
/** Characters on a line of its width. */
const [titleLine, noteLine] = [40, 56];

/** A picture that says by itself what it shows, what to see, and of which result it is: SVG to keep and to hand on. */
export function standalone(
  { title, charted: { figure } }: NamedPicture,
  { wording, kind, at, scenario }: Pick<Result, 'wording' | 'kind' | 'at' | 'scenario'>,
): string {
  const { picture, caption } = figure;
  const { width, height } = sizeOf(picture);
  const head = lines(title, titleLine);
  const under = lines(caption, noteLine);
  const foot = [
    consultationNames(wording).title,
    kindLine({ kind, at }, wording),
    choseToTakePart(scenario.n, grainOf(kind), wording),
  ].flatMap((line) => lines(line, noteLine));
  const first = edge + lineHeight;
  const top = first + (head.length - 1) * 18 + 14;
  const bottom = top + height + lineHeight + 4;
  const last = bottom + under.length * lineHeight + 8;
  const [across, down] = [width + 2 * edge, last + (foot.length - 1) * lineHeight + edge];
  return onPaper(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${across} ${down}`,
        width: across,
        height: down,
        role: 'img',
        'aria-label': title,
      },
      element('rect', { class: 'sheet', width: across, height: down }),
      ...head.map((line, i) => element('text', { class: 'title', x: edge, y: first + i * 18 }, line)),
      element('svg', { x: edge, y: top, width, height }, picture),
      paragraph({ x: edge, y: bottom }, under, { class: 'note' }),
      paragraph({ x: edge, y: last }, foot, { class: 'note' }),
    ),
  );
}
