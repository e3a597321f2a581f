import type { Figures, GroupTrajectory } from '#domain/results/group-scenario.ts';
import { verdictOf } from '#wording/group-lines.ts';
import { agreement, people, percent } from '#wording/share.ts';
import { trajectoryTitle, within } from '#wording/titles.ts';
import type { Part } from '../parts/card.ts';
import { aside, divided, words } from '../parts/elements.ts';
import type { View } from '../view.ts';

interface Drawn extends Part {
  /** The id of the exact figures, hidden at first. */
  readonly exact?: string;
}

/** One trajectory as the group sees it: class, support as a bar and in words, the rest in one line. */
export function groupTrajectory(one: GroupTrajectory, id: string, minGroup: number, view: View): Drawn {
  const { say } = view;
  const title = trajectoryTitle(view, one.trajectory);
  const verdict = verdictOf(one, view);
  const top = [
    words(title, { weight: 'Bolder', spacing: 'Medium' }),
    words(verdict, { size: 'Small', spacing: 'None', ...colour[one.class] }),
  ];
  const { figures } = one;
  if (figures === undefined) {
    const few = say('card.group.few', { minGroup });
    return {
      body: [...top, aside(few, { spacing: 'None' })],
      text: `- ${title} (${within(verdict, view)}). ${few}`,
    };
  }
  // Where more are against than for, it says how many are against.
  const isUnwelcome = figures.opposition.share > figures.support.share;
  const { share } = isUnwelcome ? figures.opposition : figures.support;
  const many = { people: people(share, figures.n, view) };
  const stance = isUnwelcome ? say('card.group.opposition', many) : say('card.group.support', many);
  const sentence = `${stance} ${agreement(figures.agreement, view)}`;
  const median = medianOf(figures, view);
  const kept = say('card.group.kept', { people: people(figures.kept, figures.examined, view) });
  const unsure =
    figures.dontKnowRate === 0
      ? []
      : [say('card.group.unsure', { people: people(figures.dontKnowRate, figures.examined, view) })];
  const exact = exactly(figures, view);
  return {
    body: [
      ...top,
      divided(figures.opposition.share, figures.support.share),
      words(sentence, { spacing: 'Small' }),
      aside([kept, ...median, ...unsure].join(' '), { spacing: 'None' }),
      aside(exact, { id, isVisible: false, spacing: 'Small' }),
    ],
    text: [`- ${title} (${within(verdict, view)}).`, sentence, ...median, exact].join(' '),
    exact: id,
  };
}

const colour = {
  'common-ground': { color: 'Good' },
  contested: { color: 'Warning' },
  'set-aside': { color: 'Attention' },
  open: { isSubtle: true },
} as const;

function medianOf({ horizon }: Figures, view: View): readonly string[] {
  if (horizon === undefined) return [];
  return [view.say('card.group.horizon', { horizon: within(view.text.horizons[horizon.median], view) })];
}

function exactly({ n, examined, dontKnowRate, kept, support, opposition }: Figures, { say }: View): string {
  return say('card.group.figures', {
    n,
    examined,
    count: Math.round(support.share * n),
    low: percent(support.low),
    high: percent(support.high),
    against: Math.round(opposition.share * n),
    kept: Math.round(kept * examined),
    unsure: Math.round(dontKnowRate * examined),
  });
}
