import type { Trajectory } from '#domain/catalogue/catalogue.ts';
import type { Prompt } from '#domain/conversation/reply.ts';
import { listed, optionTitle, pointTitle, questionTitle, quoted } from '#wording/titles.ts';
import { beside, forward } from '../parts/actions.ts';
import type { Content } from '../parts/card.ts';
import { aside, type Element, eyebrow, heading, panel, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import { step } from '../parts/step.ts';
import type { View } from '../view.ts';
import { ballot, ballotPlain } from './ballot.ts';

type Asked = Extract<Prompt, { label: 'trajectory' }>;

/** One trajectory: what it is, its bright and its dark side, why it is shown, and the ballot. */
export function trajectory(asked: Asked, view: View): Content {
  const { say } = view;
  const { trajectory, given, changed, domain } = asked;
  const said = describe(asked, view);
  return {
    body: [
      eyebrow(step(asked, view)),
      heading(said.title),
      ...(said.because === undefined ? [] : [aside(said.because, { color: 'Accent', isSubtle: false })]),
      ...(changed ? [words(say('card.trajectory.changed'), { weight: 'Bolder' })] : []),
      words(said.summary),
      side(say('card.trajectory.benefit'), said.benefit),
      side(say('card.trajectory.risk'), said.risk),
      panel(labelled(say('card.trajectory.example'), said.example)),
      ...(said.orientation === undefined ? [] : [aside(said.orientation)]),
      aside(said.source),
      ...ballot(given, view),
    ],
    actions: [
      forward(view, say('card.trajectory.record'), { act: 'ballot', trajectory }),
      beside(view, say('button.dont-know'), { act: 'ballot', trajectory, none: 'dont-know' }),
      beside(view, say('button.skip'), { act: 'ballot', trajectory, none: 'skipped' }),
      beside(view, say('button.titles'), { act: 'titles', domain }),
      beside(view, say('button.menu'), { act: 'word', word: 'menu' }),
    ],
    text: lines(
      step(asked, view),
      said.title,
      said.because,
      changed && say('card.trajectory.changed'),
      said.summary,
      `${say('card.trajectory.benefit')} ${said.benefit}`,
      `${say('card.trajectory.risk')} ${said.risk}`,
      `${say('card.trajectory.example')} ${said.example}`,
      said.orientation,
      said.source,
      ballotPlain(view),
      say('card.question.how-not'),
    ),
  };
}

/** Benefit and risk look the same: neither is put forward. */
function side(label: string, text: string): Element {
  return panel(labelled(label, text), { style: 'emphasis' });
}

const labelled = (label: string, text: string): readonly Element[] => [
  words(label, { weight: 'Bolder', size: 'Small' }),
  words(text, { spacing: 'None' }),
];

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
