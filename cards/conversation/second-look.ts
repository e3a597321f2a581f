import type { Prompt } from '#domain/conversation/prompt.ts';
import type { Submit } from '#domain/conversation/submit.ts';
import { longestRemark, stances } from '#domain/participant/ballot.ts';
import { grainOf } from '#wording/numbers.ts';
import { people, peopleOf } from '#wording/share.ts';
import { trajectoryTitle, within } from '#wording/titles.ts';
import { along, beside, reveal } from '../parts/actions.ts';
import type { Content } from '../parts/card.ts';
import {
  answerPairs,
  buttons,
  divided,
  type Element,
  eyebrow,
  heading,
  panel,
  typed,
  words,
} from '../parts/elements.ts';
import { shared, write } from '../parts/inputs.ts';
import { lines, numbered } from '../parts/plain.ts';
import type { View } from '../view.ts';

type Asked = Extract<Prompt, { label: 'second-look' }>;

/** A view beside what the group says: to keep or to change, two ways that look the same, with a reason for whoever wishes. */
export function secondLook(asked: Asked, view: View): Content {
  const { say, text } = view;
  const { trajectory, given, group, left, change } = asked;
  const title = trajectoryTitle(view, trajectory);
  const summary = text.trajectories[trajectory]?.summary ?? '';
  const step = say('second-round.step', { left });
  const yours = say('second-round.yours');
  // "I" stays a capital in English.
  const stance = given === 'dont-know' ? text.stances[given] : within(text.stances[`${given}`], view);
  const whose = say(group.kind === 'final' ? 'second-round.group' : 'second-round.coarse');
  const stands = standsOf(asked, view);
  const question = say(change ? 'second-round.now' : 'second-round.ask');
  return {
    body: [
      eyebrow(step),
      heading(title, { size: 'Medium' }),
      words(summary, { spacing: 'Small' }),
      typed(yours, stance, { spacing: 'Medium' }),
      typed(whose, stands, { spacing: 'Small' }),
      divided(group.opposition, group.support),
      words(question, { weight: 'Bolder', spacing: 'Medium' }),
      ...answerPairs(change ? answers(trajectory, view) : ways(trajectory, view)),
      ...why(asked, view),
    ],
    actions: [beside(view, say('second-round.stop'), { act: 'word', word: 'menu' })],
    text: lines(
      step,
      title,
      summary,
      `${yours} ${stance}`,
      `${whose} ${stands}`,
      question,
      numbered(stances.map((one) => ({ title: text.stances[`${one}`] }))),
      say('second-round.how'),
    ),
  };
}

function standsOf({ group: { kind, n, support, opposition } }: Asked, view: View): string {
  const grain = grainOf(kind);
  return view.say('second-round.stands', {
    people: peopleOf({ share: support, n }, 'voices', grain, view),
    others: people({ share: opposition, n }, grain, view),
  });
}

const look = (
  trajectory: string,
  more: Omit<Extract<Submit, { act: 'second-look' }>, 'act' | 'trajectory'>,
) => ({ act: 'second-look', trajectory, ...more }) as const;

const ways = (trajectory: string, view: View) => [
  along(view, view.say('second-round.keep'), look(trajectory, { choice: 'keep' })),
  along(view, view.say('second-round.change'), look(trajectory, { choice: 'change' })),
];

const answers = (trajectory: string, view: View) =>
  [...stances, 'dont-know' as const].map((stance) =>
    along(
      view,
      stance === 'dont-know' ? view.say('button.dont-know') : view.text.stances[`${stance}`],
      look(trajectory, { stance: `${stance}` }),
    ),
  );

const reasons = 'reasons';

/** Behind a button, unless they began to write. */
function why({ why, shared: isShared }: Asked, view: View): readonly Element[] {
  const { say } = view;
  const label = say('second-round.reason', { longest: longestRemark });
  return [
    buttons([reveal(say('second-round.why'), [reasons])]),
    panel(
      [
        write({ id: 'reason', label, ...(why && { value: why }) }, longestRemark),
        shared({ ...(isShared && { shared: true }) }, view),
      ],
      { id: reasons, isVisible: why !== undefined },
    ),
  ];
}
