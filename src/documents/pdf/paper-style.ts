import type { Svg } from '#charts/svg.ts';
import { fontFamily } from './fonts.ts';
import { palette } from './palette.ts';

const { ink, soft, line, surface, accent, attention, against, neither, warning, good, edge } = palette;

/** One rule a class of the charts, as the results page has them in its light theme. */
const rules = `
text { fill: ${ink}; font-family: '${fontFamily}', sans-serif; font-size: 13px }
.sheet { fill: ${surface} }
.title { font-weight: 700; font-size: 16px }
.note { fill: ${soft}; font-size: 11.5px }
.letter { font-weight: 700; font-size: 18px }
.neither { fill: ${neither} }
.against { fill: ${against}; stroke: ${attention} }
.favour { fill: ${accent} }
.pile { fill: ${accent} }
.interval { fill: none; stroke: ${soft}; stroke-width: 2 }
.middle { fill: none; stroke: ${edge}; stroke-width: 1 }
.axis { stroke: ${line}; stroke-width: 2 }
.range { stroke: ${accent}; stroke-width: 6 }
.dot { fill: ${accent}; stroke: ${surface}; stroke-width: 1.5 }
.link { fill: none; stroke: ${accent}; stroke-opacity: 0.75 }
.tip { fill: ${accent} }
${cloud('.cloud-1', accent)}
${cloud('.cloud-2', attention, '6 3')}
${cloud('.cloud-3', warning, '2 3')}
${cloud('.cloud-4', good, '10 3')}
${cloud('.cloud-5', edge)}
`;

/** Gives a chart the colours of paper, whatever the theme of the screen: the SVG then stands by itself. */
export function onPaper({ svg }: Svg): string {
  const end = svg.indexOf('>') + 1;
  // Not every renderer turns an arrow by the newer word; at the end of a line both say the same.
  const drawn = svg.slice(end).replaceAll('orient="auto-start-reverse"', 'orient="auto"');
  return `${svg.slice(0, end)}<style>${rules}</style>${drawn}`;
}

function cloud(name: string, colour: string, dashes?: string): string {
  const dashed = dashes === undefined ? '' : `; stroke-dasharray: ${dashes}`;
  return `${name} ellipse { fill: ${colour}; fill-opacity: 0.18; stroke: ${colour}${dashed} }`;
}
