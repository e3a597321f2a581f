import type { Domain, Trajectory } from '#domain/catalogue/catalogue.ts';
import { remarkQuestion } from '#domain/paper/remark-question.ts';
import { stanceKeys } from '#domain/paper/sheet.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import { writeFitted } from '../pdf/fit-text.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, group, tagged } from '../pdf/structure.ts';
import { type AnswerFlow, box, ensure, heightOf, margin, tickBox, width, words } from './answer-flow.ts';
import { line } from './sheet-frame.ts';

const sizes = { domain: 15, title: 12.5, text: 11.5 } as const;
const boxes = { height: 30, apart: 10 } as const;
/** How wide each box and its words are: the longest are in the middle. */
const columns = [79, 79, 109, 79, 79, width - boxes.apart - 4 * 79 - 109] as const;

/** A domain: each of its trajectories with its boxes, then a line in one's own words where the domain asks for them. */
export function answerDomain(flow: AnswerFlow, domain: Domain): void {
  const { wording } = flow;
  const [first] = domain.trajectories;
  ensure(flow, 40 + (first === undefined ? 0 : blockHeight(flow, first)));
  flow.y += 10;
  words(flow, 'H2', domainTitle(wording, domain.id), {
    ...{ font: 'bold', size: sizes.domain, colour: flow.accent },
  });
  flow.y += 4;
  for (const trajectory of domain.trajectories) {
    ensure(flow, blockHeight(flow, trajectory));
    block(flow, trajectory);
  }
  if (remarkQuestion(domain) !== undefined) remark(flow);
}

/** What a trajectory is, in one sentence. */
const sentenceOf = ({ text }: AnswerFlow['wording'], id: string): string =>
  /^.*?[.!?…](?=\s|$)/su.exec(text.trajectories[id]?.summary ?? '')?.[0] ??
  text.trajectories[id]?.summary ??
  '';

function blockHeight(flow: AnswerFlow, { id }: Trajectory): number {
  const { wording } = flow;
  return (
    heightOf(flow, trajectoryTitle(wording, id), 'strong', sizes.title) +
    heightOf(flow, sentenceOf(wording, id), 'regular', sizes.text) +
    boxes.height +
    16
  );
}

function block(flow: AnswerFlow, { id }: Trajectory): void {
  const { doc, wording } = flow;
  artifact(doc, () =>
    doc
      .lineWidth(0.5)
      .strokeColor(palette.line)
      .moveTo(margin, flow.y)
      .lineTo(margin + width, flow.y)
      .stroke(),
  );
  flow.y += 5;
  words(flow, 'H3', trajectoryTitle(wording, id), { font: 'strong', size: sizes.title });
  words(flow, 'P', sentenceOf(wording, id), { font: 'regular', size: sizes.text });
  stanceBoxes(flow, flow.y + 5);
  flow.y += boxes.height + 11;
}

/** The six boxes side by side, each with its words: nobody has to follow a column. The one for who does not know stands apart. */
function stanceBoxes(flow: AnswerFlow, top: number): void {
  const { doc, sheet, wording } = flow;
  const list = group(doc, sheet, 'L');
  let x = margin;
  stanceKeys.forEach(([key, stance], i) => {
    const column = columns[i] ?? 0;
    if (stance === 'dont-know') x += boxes.apart;
    tickBox(flow, key, x, top);
    const bounds = { width: column - box - 7, height: boxes.height - 2 };
    const look = { font: 'regular', most: 10.5, least: 8, gap: -0.12 } as const;
    const place = { ...bounds, x: x + box + 4, y: top - 1 };
    tagged(doc, group(doc, list, 'LI'), 'LBody', () =>
      writeFitted(doc, wording.text.stances[stance], { ...place, ...look, colour: palette.ink }),
    );
    x += column;
  });
}

const lineHeight = 24;

function remark(flow: AnswerFlow): void {
  const { doc, wording } = flow;
  const text = wording.say('print.answers.remark');
  ensure(flow, heightOf(flow, text, 'strong', sizes.text) + 2 * lineHeight + 12);
  flow.y += 6;
  words(flow, 'P', text, { font: 'strong', size: sizes.text });
  for (let i = 0; i < 2; i++) {
    flow.y += lineHeight;
    line(doc, { x: margin, y: flow.y, width });
  }
  flow.y += 8;
}
