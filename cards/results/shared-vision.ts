import type { ReplyOf } from '#domain/conversation/reply.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { erasedText } from '#wording/information/retention.ts';
import { grainOf } from '#wording/numbers.ts';
import { kindLine, waitingText } from '#wording/results/result-state.ts';
import { domainTitle } from '#wording/titles.ts';
import { noVision, visionCaution } from '#wording/vision/judgements.ts';
import { type ToldSection, visionLead, visionSections, visionTitle } from '#wording/vision/vision-lines.ts';
import { forward, groupBeside, myScenario, onward } from '../parts/actions.ts';
import { type Content, card, fitted } from '../parts/card.ts';
import { type Action, aside, type Element, heading, panel, subheading, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

/** The vision that holds together and that the group supports most; or why there is none to show. */
export function sharedVision(reply: ReplyOf<'shared-vision'>, view: View): Rendered {
  const { vision } = reply;
  if (vision.state === 'composed')
    return fitted(view, [6, 3, 1], (most) => composed(vision, most, reply, view));
  const { say } = view;
  const why = vision.state === 'none' ? [noVision(vision.reason, view)] : waitingText(vision, view);
  return card(view, {
    body: [heading(say('card.vision.heading')), ...why.map((line) => words(line))],
    actions: actions(reply, view),
    text: lines(say('card.vision.heading'), ...why),
  });
}

type Composed = Extract<VisionView, { state: 'composed' }>;

function composed(
  { vision, kind, at }: Composed,
  most: number,
  reply: ReplyOf<'shared-vision'>,
  view: View,
): Content {
  const { say, text } = view;
  const title = visionTitle(vision, view);
  const lead = visionLead(vision, grainOf(kind), view);
  const holds = say(vision.best.inconsistency === 0 ? 'card.vision.holds' : 'card.vision.nearly');
  const chosen = vision.best.orientations.map((id, j) => ({
    domain: domainTitle(view, vision.domains[j] ?? 'mobility'),
    title: text.orientations[id]?.title ?? id,
  }));
  const { before, after } = visionSections(vision, most, view);
  const partial =
    vision.domains.length < view.consultation.domains.length ? [say('card.vision.partial')] : [];
  const reading = visionCaution(view);
  const on = lines(kindLine({ kind, at }, view), erasedText(view));
  return {
    body: [
      heading(title),
      words(lead),
      ...before.flatMap(section),
      ...chosen.map(({ domain, title }) =>
        panel([aside(domain), words(title, { weight: 'Bolder', spacing: 'None' })], {
          style: 'emphasis',
          spacing: 'Small',
        }),
      ),
      words(holds),
      ...partial.map((line) => aside(line)),
      ...after.flatMap(section),
      aside(reading, { spacing: 'Large' }),
      aside(on),
    ],
    actions: actions(reply, view),
    text: lines(
      title,
      lead,
      ...before.map(plain),
      ...chosen.map(({ domain, title }) => `- ${say('card.vision.chosen', { domain, title })}`),
      holds,
      ...partial,
      ...after.map(plain),
      reading,
      on,
    ),
    speak: lines(title, lead, holds, reading),
  };
}

const plain = ({ title, told, more }: ToldSection): string =>
  lines(title, ...told.map(({ lead, rest }) => `- ${[lead, ...rest].join(' ')}`), more);

const section = ({ title, told, more }: ToldSection): readonly Element[] => [
  subheading(title),
  ...told.flatMap(({ lead, rest }) => [
    words(lead, rest.length === 0 ? { spacing: 'Medium' } : { spacing: 'Medium', weight: 'Bolder' }),
    ...rest.map((line) => words(line, { size: 'Small', spacing: 'None' })),
  ]),
  ...(more === undefined ? [] : [aside(more)]),
];

function actions({ next }: ReplyOf<'shared-vision'>, view: View): readonly Action[] {
  const { say } = view;
  return [
    onward(view, next, () => forward(view, say('button.group'), { act: 'word', word: 'group' })),
    ...groupBeside(view, next),
    ...myScenario(view),
  ];
}
