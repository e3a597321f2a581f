import { followUpLine, type ToldTopic, toldFollowUps } from '#wording/results/follow-up.ts';
import { consultationNames } from '#wording/titles.ts';
import { forward, openLink } from '../parts/actions.ts';
import { type Content, fitted } from '../parts/card.ts';
import { aside, type Element, eyebrow, heading, panel, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

/** What was done with the result: what holds now of each thing, and where the rest is read. */
export function followUpCard(view: View): Rendered {
  return fitted(view, [20, 8, 4, 2], (most) => drawn(most, view));
}

function drawn(most: number, view: View): Content {
  const { say, links } = view;
  const all = toldFollowUps(view);
  const { controller } = consultationNames(view);
  const lead = say('follow-up.lead', { controller });
  const left = all.length - most;
  const more = left > 0 ? [say('follow-up.more', { n: left })] : [];
  const shown = all.slice(0, most);
  return {
    body: [
      ...(view.several ? [eyebrow(consultationNames(view).title)] : []),
      heading(say('follow-up.title')),
      words(lead),
      ...shown.map(topic),
      ...more.map((line) => aside(line)),
    ],
    actions: [
      forward(view, say('button.group'), { act: 'word', word: 'group' }),
      ...(links.results === undefined ? [] : [openLink(say('follow-up.read'), `${links.results}#suites`)]),
    ],
    text: lines(
      say('follow-up.title'),
      lead,
      ...shown.map((one) => `- ${followUpLine(one, view)}`),
      ...more,
      links.results && `${links.results}#suites`,
    ),
    speak: lines(say('follow-up.title'), lead, ...shown.slice(0, 1).map((one) => followUpLine(one, view))),
  };
}

const topic = ({ title, latest: { said, why, charge } }: ToldTopic): Element =>
  panel(
    [
      words(title, { weight: 'Bolder' }),
      words(said, { spacing: 'Small', color: 'Accent' }),
      words(why, { spacing: 'Small' }),
      ...(charge === undefined ? [] : [aside(charge, { spacing: 'Small' })]),
    ],
    { style: 'emphasis', spacing: 'Medium' },
  );
