import type { Prompt } from '#domain/conversation/prompt.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import { beside, forward } from '../parts/actions.ts';
import type { Content } from '../parts/card.ts';
import { type Action, type Element, eyebrow, heading, words } from '../parts/elements.ts';
import { chooseSeveral } from '../parts/inputs.ts';
import { lines, numbered } from '../parts/plain.ts';
import type { View } from '../view.ts';

type Asked = Extract<Prompt, { of: 'titles' }>;

/** All the titles of a domain: those that the person has on their list, and the others to pick from. */
export function trajectoryTitles(asked: Asked, view: View): Content {
  const { say } = view;
  const titles = (listed: boolean) =>
    asked.trajectories
      .filter((one) => one.listed === listed)
      .map(({ trajectory }) => ({ title: trajectoryTitle(view, trajectory), value: trajectory }));
  const [seen, open] = [titles(true), titles(false)];
  const lead = open.length > 0 ? say('card.titles.lead') : say('card.titles.all');
  const theirs = say('card.titles.listed');
  return {
    body: [
      eyebrow(domainTitle(view, asked.domain)),
      heading(say('card.titles.heading')),
      words(lead),
      ...(open.length > 0 ? [choice(open, view)] : []),
      ...(seen.length > 0 ? [words(theirs, { weight: 'Bolder', size: 'Small' }), ...seen.map(plainRow)] : []),
    ],
    actions: actions(asked, open.length > 0, view),
    text: lines(
      say('card.titles.heading'),
      lead,
      numbered(open),
      ...(open.length > 0 ? [say('card.titles.how')] : []),
      ...(seen.length > 0 ? [theirs, ...seen.map(({ title }) => title)] : []),
    ),
  };
}

type Title = { readonly title: string; readonly value: string };

const choice = (open: readonly Title[], { say }: View): Element =>
  chooseSeveral({ id: 'value', label: say('card.titles.which'), error: say('card.titles.missing') }, open);

const plainRow = ({ title }: Title): Element =>
  words(title, { isSubtle: true, size: 'Small', spacing: 'Small' });

function actions({ domain }: Asked, canPick: boolean, view: View): readonly Action[] {
  const { say } = view;
  if (!canPick) return [forward(view, say('button.resume'), { act: 'word', word: 'resume' })];
  return [
    forward(view, say('card.titles.examine'), { act: 'pick', domain }),
    beside(view, say('button.menu'), { act: 'word', word: 'menu' }),
  ];
}
