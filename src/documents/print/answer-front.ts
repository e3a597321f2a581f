import { consultationNames } from '#wording/titles.ts';
import { writeFitted } from '../pdf/fit-text.ts';
import { palette } from '../pdf/palette.ts';
import { artifact, group, tagged } from '../pdf/structure.ts';
import { type AnswerFlow, box, margin, tickBox, width, words } from './answer-flow.ts';

const text = 11.5;

/** The beginning of a sheet: what it is, how to fill it in, who is responsible and for how long, who one is. */
export function answerFront(flow: AnswerFlow): void {
  const { doc, wording, title } = flow;
  const { say, consultation, catalogue } = wording;
  const { territory, controller } = consultationNames(wording);
  artifact(doc, () => doc.rect(margin, flow.y, 64, 5).fill(flow.accent));
  flow.y += 12;
  words(flow, 'H1', title, { font: 'bold', size: title.length > 40 ? 20 : 25 });
  words(flow, 'P', territory, { font: 'strong', size: 14, colour: flow.accent });
  flow.y += 6;
  words(flow, 'P', say('print.answers.how'), { font: 'strong', size: 12.5 });
  flow.y += 4;
  const { contact } = consultation.controller;
  words(
    flow,
    'P',
    say('print.answers.responsible', { controller, contact, hasContact: contact === '' ? 'no' : 'yes' }),
    {
      font: 'regular',
      size: text,
    },
  );
  const { retentionMonths: months } = consultation;
  words(flow, 'P', say('print.answers.kept', { months }), { font: 'regular', size: text });
  flow.y += 10;
  const { roles, territories } = wording.text;
  heading(flow, say('print.answers.roles'));
  choices(
    flow,
    catalogue.roles.map((id) => roles[id] ?? id),
    3,
  );
  heading(flow, say('print.answers.territory'));
  choices(
    flow,
    catalogue.territories.map((id) => territories[id] ?? id),
    2,
  );
}

const heading = (flow: AnswerFlow, words_: string): void => {
  words(flow, 'H2', words_, { font: 'strong', size: 13, colour: flow.accent });
  flow.y += 4;
};

/** What may be ticked, with its number, column by column. */
function choices(flow: AnswerFlow, titles: readonly string[], columns: number): void {
  const { doc, sheet } = flow;
  const list = group(doc, sheet, 'L');
  const rows = Math.ceil(titles.length / columns);
  const each = width / columns;
  titles.forEach((title, i) => {
    const x = margin + Math.floor(i / rows) * each;
    const y = flow.y + (i % rows) * (box + 5);
    tickBox(flow, `${i + 1}`, x, y);
    const bounds = { width: each - box - 10, height: box };
    tagged(doc, group(doc, list, 'LI'), 'LBody', () =>
      writeFitted(doc, title, {
        ...{ ...bounds, x: x + box + 5, y: y - 0.5 },
        ...{ font: 'regular', most: 11, least: 8.5, colour: palette.ink },
      }),
    );
  });
  flow.y += rows * (box + 5) + 8;
}
