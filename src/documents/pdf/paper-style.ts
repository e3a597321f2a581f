import type { Svg } from '#charts/svg.ts';
import { fontFamily } from './fonts.ts';
import { palette } from './palette.ts';

const { ink, soft, line, surface, accent, attention, against, neither, warning, good, edge } = palette;

/** What a class of the charts looks like, in the words of CSS. */
export type PaperLook = Readonly<Record<string, string>>;

/** One rule a class of the charts, as the results page has them in its light theme. */
const rules: ReadonlyMap<string, PaperLook> = new Map([
  ['text', { fill: ink, 'font-family': `'${fontFamily}', sans-serif`, 'font-size': '13px' }],
  ['.sheet', { fill: surface }],
  ['.title', { 'font-weight': '700', 'font-size': '16px' }],
  ['.note', { fill: soft, 'font-size': '11.5px' }],
  ['.letter', { 'font-weight': '700', 'font-size': '18px' }],
  ['.neither', { fill: neither }],
  ['.against', { fill: against, stroke: attention }],
  ['.favour', { fill: accent }],
  ['.pile', { fill: accent }],
  ['.interval', { fill: 'none', stroke: soft, 'stroke-width': '2' }],
  ['.middle', { fill: 'none', stroke: edge, 'stroke-width': '1' }],
  ['.axis', { fill: 'none', stroke: line, 'stroke-width': '2' }],
  ['.range', { fill: 'none', stroke: accent, 'stroke-width': '6' }],
  ['.dot', { fill: accent, stroke: surface, 'stroke-width': '1.5' }],
  ['.link', { fill: 'none', stroke: accent, 'stroke-opacity': '0.75' }],
  ['.tip', { fill: accent }],
  ['.cloud-1 ellipse', cloud(accent)],
  ['.cloud-2 ellipse', cloud(attention, '6 3')],
  ['.cloud-3 ellipse', cloud(warning, '2 3')],
  ['.cloud-4 ellipse', cloud(good, '10 3')],
  ['.cloud-5 ellipse', cloud(edge)],
]);

const styled = [...rules]
  .map(([where, look]) => {
    const set = Object.entries(look).map(([name, value]) => `${name}: ${value}`);
    return `${where} { ${set.join('; ')} }`;
  })
  .join('\n');

/** Gives a chart the colours of paper, whatever the theme of the screen: the SVG then stands by itself. */
export function onPaper({ svg }: Svg): string {
  const end = svg.indexOf('>') + 1;
  // Not every renderer turns an arrow by the newer word; at the end of a line both say the same.
  const drawn = svg.slice(end).replaceAll('orient="auto-start-reverse"', 'orient="auto"');
  return `${svg.slice(0, end)}<style>\n${styled}\n</style>${drawn}`;
}

/** The same for what draws a chart itself: how an element of some classes, within others, looks. */
export function paperLook(name: string, classes: readonly string[], around: readonly string[]): PaperLook {
  const named = [name, ...classes.map((one) => `.${one}`), ...around.map((one) => `.${one} ${name}`)];
  return Object.assign({}, ...named.map((where) => rules.get(where)));
}

function cloud(colour: string, dashes?: string): PaperLook {
  const dashed = dashes === undefined ? {} : { 'stroke-dasharray': dashes };
  return { fill: colour, 'fill-opacity': '0.18', stroke: colour, ...dashed };
}
