import type { Trajectory } from '#domain/catalogue/catalogue.ts';
import type { Prompt } from '#domain/conversation/prompt.ts';
import { type Ballot, type Stance, stances as values } from '#domain/participant/ballot.ts';
import { sourceKey } from '#wording/source-key.ts';
import { quoted, within } from '#wording/titles.ts';
import { along, beside, forward, reveal } from '../parts/actions.ts';
import { because } from '../parts/because.ts';
import type { Content } from '../parts/card.ts';
import {
  type Action,
  answerPairs,
  aside,
  buttons,
  type Element,
  eyebrow,
  heading,
  panel,
  typed,
  words,
} from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import { step } from '../parts/step.ts';
import type { View } from '../view.ts';
import { ballotPlain, precise, when } from './ballot.ts';

type Asked = Extract<Prompt, { label: 'trajectory' }>;

/** One trajectory: what it is, its bright and its dark side, and what a person makes of it: a tap, then as much more as they wish. */
export function trajectory(asked: Asked, view: View): Content {
  if (asked.details) return details(asked, view);
  const { say } = view;
  const { trajectory, given, changed } = asked;
  const said = describe(asked, view);
  const where = step(asked, view);
  const more = [
    said.because,
    `${say('card.trajectory.example')} ${said.example}`,
    said.orientation,
    said.source,
  ].filter((line) => line !== undefined);
  return {
    body: [
      eyebrow(where),
      heading(said.title, { size: 'Medium' }),
      ...(changed ? [words(say('card.trajectory.changed'), { weight: 'Bolder' })] : []),
      words(said.summary, { spacing: 'Small' }),
      side(say('card.trajectory.benefit'), said.benefit),
      side(say('card.trajectory.risk'), said.risk),
      ...(said.given === undefined ? [] : [words(said.given, { spacing: 'Medium' })]),
      ...stances(trajectory, view),
      buttons([reveal(say('card.trajectory.more'), [about])]),
      panel([...more.map((line) => aside(line)), buttons([titles(asked, view)])], {
        id: about,
        isVisible: false,
      }),
    ],
    actions: [...(given === undefined ? [] : [keep(trajectory, given, view)]), ...ways(asked, view)],
    text: lines(
      where,
      said.title,
      changed && say('card.trajectory.changed'),
      said.summary,
      `${say('card.trajectory.benefit')} ${said.benefit}`,
      `${say('card.trajectory.risk')} ${said.risk}`,
      ...more,
      said.given,
      ballotPlain(view),
      say('card.question.how-not'),
    ),
  };
}

const about = 'about';

/** A tap says it and moves on; in the order of the scale, whose places may be typed. */
function stances(trajectory: string, view: View): readonly Element[] {
  const stance = (value: Stance) =>
    beside(view, view.text.stances[`${value}`], {
      ...{ act: 'ballot', trajectory },
      ...{ stance: `${value}`, more: 'asked' },
    });
  return [
    words(view.say('card.ballot.stance'), { weight: 'Bolder' }),
    ...answerPairs([...values.map(stance), dontKnow(trajectory, view)]),
  ];
}

/** What more there is to say, once a stance is given: every part may be left. What is not wished for is not asked to be kept. */
function details(asked: Asked, view: View): Content {
  const { say, text } = view;
  const { trajectory, given } = asked;
  const { title } = describe(asked, view);
  const where = step(asked, view);
  const stance = given?.stance ?? 'dont-know';
  const noted = say('card.trajectory.noted', { stance: within(text.stances[`${stance}`], view) });
  const said = { act: 'ballot', trajectory, stance: `${stance}` } as const;
  const mayKeep = typeof stance === 'number' && stance >= 0;
  return {
    body: [
      eyebrow(where),
      heading(noted, { size: 'Medium' }),
      words(title, { spacing: 'Small' }),
      when(given, view),
      ...precise(given, view),
      ...(mayKeep
        ? answerPairs([
            along(view, say('card.ballot.keep'), { ...said, kept: 'true' }),
            along(view, say('card.ballot.leave'), { ...said, kept: 'false' }),
          ])
        : []),
    ],
    actions: [
      ...(mayKeep ? [] : [forward(view, say('button.continue'), said)]),
      beside(view, say('button.back'), { act: 'word', word: 'back' }),
      beside(view, say('button.menu'), { act: 'word', word: 'menu' }),
    ],
    text: lines(where, noted, title, say('card.trajectory.details-how')),
  };
}

/** On with the view given before: what more there is to say of it may change. */
function keep(trajectory: string, { stance }: Ballot, view: View): Action {
  const said = stance === 'dont-know' ? { none: stance } : { stance: `${stance}` as const };
  return forward(view, view.say('card.trajectory.record'), {
    act: 'ballot',
    trajectory,
    ...said,
    more: 'asked',
  });
}

const dontKnow = (trajectory: string, view: View): Action =>
  beside(view, view.say('button.dont-know'), { act: 'ballot', trajectory, none: 'dont-know' });

const titles = ({ domain }: Asked, view: View): Action =>
  beside(view, view.say('button.titles'), { act: 'titles', domain });

function ways({ trajectory }: Asked, view: View): readonly Action[] {
  const { say } = view;
  return [
    beside(view, say('button.skip'), { act: 'ballot', trajectory, none: 'skipped' }),
    beside(view, say('button.back'), { act: 'word', word: 'back' }),
    beside(view, say('button.menu'), { act: 'word', word: 'menu' }),
  ];
}

/** Benefit and risk look the same: neither is put forward. */
const side = (label: string, text: string): Element => typed(label, text, { spacing: 'Small' });

function describe(asked: Asked, view: View) {
  const { say, text } = view;
  const { title, summary, benefit, risk, example } =
    text.trajectories[asked.trajectory] ?? unknown(asked.trajectory);
  const reason = because(asked.because, view);
  const found = find(asked, view);
  const stance = asked.given && within(text.stances[`${asked.given.stance}`], view);
  const direction = found && text.orientations[found.orientation]?.title;
  return {
    title,
    summary,
    benefit,
    risk,
    example,
    source: say(`card.trajectory.source-${sourceKey[found?.source ?? 'trajectoires']}`),
    ...(direction && { orientation: say('card.trajectory.orientation', { title: quoted(view, direction) }) }),
    ...(reason && { because: reason }),
    ...(stance && { given: say('card.trajectory.given', { stance }) }),
  };
}

/** Names what a later catalogue no longer words: an earlier reply may still hold it. */
const unknown = (id: string) => ({ title: id, summary: '', benefit: '', risk: '', example: '' });

function find({ domain, trajectory }: Asked, { catalogue }: View): Trajectory | undefined {
  return catalogue.domains.find(({ id }) => id === domain)?.trajectories.find(({ id }) => id === trajectory);
}
