import type { Trajectory } from '#domain/catalogue/catalogue.ts';
import type { Prompt } from '#domain/conversation/reply.ts';
import { type Stance, stances as values } from '#domain/participant/ballot.ts';
import { listed, optionTitle, pointTitle, questionTitle, quoted, within } from '#wording/titles.ts';
import { along, beside, forward, reveal } from '../parts/actions.ts';
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
import { ballot, ballotPlain, precise, when } from './ballot.ts';

type Asked = Extract<Prompt, { label: 'trajectory' }>;

/** One trajectory: what it is, its bright and its dark side, and what a person makes of it: a tap, then as much more as they wish. */
export function trajectory(asked: Asked, view: View): Content {
  if (asked.details) return details(asked, view);
  const { say } = view;
  const { trajectory, given, changed } = asked;
  const said = describe(asked, view);
  const more = [
    said.because,
    `${say('card.trajectory.example')} ${said.example}`,
    said.orientation,
    said.source,
  ].filter((line) => line !== undefined);
  return {
    body: [
      eyebrow(step(asked, view)),
      heading(said.title, { size: 'Medium' }),
      ...(changed ? [words(say('card.trajectory.changed'), { weight: 'Bolder' })] : []),
      words(said.summary, { spacing: 'Small' }),
      side(say('card.trajectory.benefit'), said.benefit),
      side(say('card.trajectory.risk'), said.risk),
      ...(given === undefined ? stances(trajectory, view) : ballot(given, view)),
      buttons([reveal(say('card.trajectory.more'), [about])]),
      panel([...more.map((line) => aside(line)), buttons([titles(asked, view)])], {
        id: about,
        isVisible: false,
      }),
    ],
    actions: [
      ...(given === undefined ? [] : [record(trajectory, view), dontKnow(trajectory, view)]),
      ...ways(asked, view),
    ],
    text: lines(
      step(asked, view),
      said.title,
      changed && say('card.trajectory.changed'),
      said.summary,
      `${say('card.trajectory.benefit')} ${said.benefit}`,
      `${say('card.trajectory.risk')} ${said.risk}`,
      ...more,
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
  const stance = given?.stance ?? 'dont-know';
  const noted = say('card.trajectory.noted', { stance: within(text.stances[`${stance}`], view) });
  const said = { act: 'ballot', trajectory, stance: `${stance}` } as const;
  const mayKeep = typeof stance === 'number' && stance >= 0;
  return {
    body: [
      eyebrow(step(asked, view)),
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
    text: lines(step(asked, view), noted, title, say('card.trajectory.details-how')),
  };
}

const record = (trajectory: string, view: View): Action =>
  forward(view, view.say('card.trajectory.record'), { act: 'ballot', trajectory });

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
  const direction = found && text.orientations[found.orientation]?.title;
  return {
    title,
    summary,
    benefit,
    risk,
    example,
    source: say(
      found?.source === 'presentation-2015' ? 'card.trajectory.source-2015' : 'card.trajectory.source-ours',
    ),
    ...(direction && { orientation: say('card.trajectory.orientation', { title: quoted(view, direction) }) }),
    ...(reason && { because: reason }),
  };
}

/** Names what a later catalogue no longer words: an earlier reply may still hold it. */
const unknown = (id: string) => ({ title: id, summary: '', benefit: '', risk: '', example: '' });

function find({ domain, trajectory }: Asked, { catalogue }: View): Trajectory | undefined {
  return catalogue.domains.find(({ id }) => id === domain)?.trajectories.find(({ id }) => id === trajectory);
}

type Because = NonNullable<Extract<Prompt, { label: 'trajectory' }>['because']>;

/** Why a trajectory is shown, in the person's own words: what they answered, who they are, where they live. */
function because(reason: Because | undefined, view: View): string | undefined {
  const { say, text } = view;
  if (reason === undefined) return undefined;
  if ('chosen' in reason) return say(`card.trajectory.${reason.chosen}`);
  if ('territory' in reason)
    return say('card.trajectory.lives', { territory: named(view, [reason.territory], text.territories) });
  if ('roles' in reason) return say('card.trajectory.is', { roles: named(view, reason.roles, text.roles) });
  const answer = answered(reason, view);
  return answer === undefined ? undefined : say('card.trajectory.because', { answer });
}

const named = (view: View, ids: readonly string[], titles: Readonly<Record<string, string>>): string =>
  listed(
    view,
    ids.map((id) => quoted(view, titles[id] ?? id)),
  );

/** The options chosen; or a point with its question, for it says little alone. */
function answered({ question, options = [], point }: Extract<Because, { question: string }>, view: View) {
  if (options.length > 0)
    return listed(
      view,
      options.map((id) => quoted(view, optionTitle(view, question, id))),
    );
  if (point === undefined) return undefined;
  const answer = quoted(view, pointTitle(view, question, point));
  return view.say('card.trajectory.point', { answer, question: quoted(view, questionTitle(view, question)) });
}
