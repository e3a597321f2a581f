import { type Ballot, criteria, horizons, longestRemark, stances } from '#domain/participant/ballot.ts';
import { reveal } from '../parts/actions.ts';
import { buttons, type Element, panel, words } from '../parts/elements.ts';
import { chooseSeveral, pickOne, shared, write } from '../parts/inputs.ts';
import { lines, numbered } from '../parts/plain.ts';
import type { View } from '../view.ts';

const details = 'details';

/** When it would come, in their opinion. */
export const when = (given: Ballot | undefined, view: View): Element =>
  pickOne(
    { id: 'horizon', label: view.say('card.ballot.horizon'), ...filled(given?.horizon) },
    horizonChoices(view),
    view.say('card.choose'),
  );

/** For what, on which condition, and what worries them: behind a button. */
export const precise = (given: Ballot | undefined, view: View): readonly Element[] => [
  buttons([reveal(view.say('card.ballot.more'), [details])]),
  more(given, view),
];

/** The stances, numbered, and how to say them in words. */
export function ballotPlain(view: View): string {
  const { say } = view;
  return lines(say('card.ballot.stance'), numbered(stanceChoices(view)), say('card.ballot.how'));
}

/** Behind a button, unless something is there already. */
function more(given: Ballot | undefined, view: View): Element {
  const { say } = view;
  const { benefits = [], condition, concern } = given ?? {};
  const hasMore = benefits.length > 0 || condition !== undefined || concern !== undefined;
  const choices = criteria.map((id) => ({ title: view.text.criteria[id], value: id }));
  return panel(
    [
      words(say('card.ballot.reading'), { size: 'Small', isSubtle: true }),
      chooseSeveral(
        { id: 'benefits', label: say('card.ballot.benefits'), ...filled(benefits.join(',') || undefined) },
        choices,
      ),
      write({ id: 'condition', label: say('card.ballot.condition'), ...filled(condition) }, longestRemark),
      write({ id: 'concern', label: say('card.ballot.concern'), ...filled(concern) }, longestRemark),
      shared(given ?? {}, view),
    ],
    { id: details, isVisible: hasMore },
  );
}

const stanceChoices = ({ text }: View) =>
  stances.map((stance) => ({ title: text.stances[`${stance}`], value: `${stance}` }));

/** "I don't know" is a button for the stance, and a choice for the horizon. */
const horizonChoices = ({ text }: View) =>
  [...horizons, 'dont-know' as const].map((id) => ({ title: text.horizons[id], value: id }));

const filled = (value: string | number | undefined) => (value === undefined ? {} : { value: `${value}` });
