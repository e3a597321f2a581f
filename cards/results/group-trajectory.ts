import type { Figures, GroupTrajectory, KnownTrajectory } from '#domain/results/group-scenario.ts';
import type { Grain } from '#wording/numbers.ts';
import { factsOf } from '#wording/reading/facts.ts';
import { saidOf } from '#wording/reading/lines.ts';
import { stanceEnds } from '#wording/reading/stance-ends.ts';
import { verdictOf } from '#wording/results/group-lines.ts';
import { agreement, peopleOf } from '#wording/share.ts';
import { trajectoryTitle, within } from '#wording/titles.ts';
import type { Part } from '../parts/card.ts';
import { aside, divided, type Element, words } from '../parts/elements.ts';
import type { View } from '../view.ts';

interface Drawn extends Part {
  /** The id of the figures in detail, hidden at first. */
  readonly exact?: string;
}

/** One trajectory as the group sees it: class, support as a bar and in words, the rest in one line. */
export function groupTrajectory(
  { figures, ...its }: GroupTrajectory,
  id: string,
  minGroup: number,
  grain: Grain,
  view: View,
): Drawn {
  const { say } = view;
  const one = figures === undefined ? its : { ...its, figures };
  const title = trajectoryTitle(view, one.trajectory);
  const verdict = verdictOf(one, view);
  const top = [
    words(title, { weight: 'Bolder', spacing: 'Medium' }),
    words(verdict, { size: 'Small', spacing: 'None', ...colour[one.class] }),
  ];
  if (figures === undefined) {
    const few = say('card.group.few', { minGroup });
    return {
      body: [...top, aside(few, { spacing: 'None' })],
      text: `- ${title} (${within(verdict, view)}). ${few}`,
    };
  }
  const sentence = sentenceOf({ ...its, figures }, grain, view);
  const more = moreOf(figures, grain, view);
  const exact = exactly(figures, grain, view);
  return {
    body: [
      ...top,
      ...barOf(figures, grain, view),
      words(sentence, { spacing: 'Small' }),
      aside(more.join(' '), { spacing: 'None' }),
      aside(exact, { id, isVisible: false, spacing: 'Small' }),
    ],
    text: [`- ${title} (${within(verdict, view)}).`, sentence, ...more].join(' '),
    exact: id,
  };
}

const colour = {
  'common-ground': { color: 'Good' },
  contested: { color: 'Warning' },
  'set-aside': { color: 'Attention' },
  open: { isSubtle: true },
} as const;

/** The bar, and what stands at its ends. */
function barOf(figures: Figures, grain: Grain, view: View): readonly Element[] {
  const { against, favour, ends } = stanceEnds(figures, grain, view);
  const said = [ends.against, ends.neither, ends.favour].filter((end) => end !== '').join(' · ');
  return [divided(against, favour), aside(said, { spacing: 'None' })];
}

/** Where more are against than for, it says how many are against. */
function sentenceOf(one: KnownTrajectory, grain: Grain, view: View): string {
  const { support, opposition, agreement: a } = one.figures;
  const telling = opposition.share > support.share ? 'set-aside' : 'together';
  return `${saidOf(one, telling, grain, view)} ${agreement(a, view)}`;
}

/** How many keep it, when it is expected, how many do not know. */
function moreOf(
  { kept, examined, dontKnowRate, horizon }: Figures,
  grain: Grain,
  view: View,
): readonly string[] {
  const { say, text } = view;
  const examiners = (share: number) => peopleOf({ share, n: examined }, 'examined', grain, view);
  return [
    say('card.group.kept', { people: examiners(kept) }),
    ...(horizon === undefined
      ? []
      : [say('card.group.horizon', { horizon: within(text.horizons[horizon.median], view) })]),
    ...(dontKnowRate === 0 ? [] : [say('card.group.unsure', { people: examiners(dontKnowRate) })]),
  ];
}

const exactly = (figures: Figures, grain: Grain, view: View): string =>
  factsOf(figures, grain, view)
    .map((fact) => view.say('card.group.fact', { ...fact }))
    .join(' ');
