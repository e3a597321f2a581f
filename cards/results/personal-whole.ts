import type { Beside, PersonalScenario } from '#domain/results/personal-scenario.ts';
import { byHorizon, criterionCounts, totals } from '#scenario/personal-counts.ts';
import { directionLines, linkLines, personalPlanLines } from '#wording/personal/personal-lines.ts';
import { people } from '#wording/share.ts';
import { trajectoryTitle } from '#wording/titles.ts';
import type { Part } from '../parts/card.ts';
import { drawsIcons } from '../parts/domain-icon.ts';
import { aside, meter, pair, picture, subheading, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { View } from '../view.ts';

const nothing: Part = { body: [], text: '' };

/** What a person keeps, by domain and over time, as a picture where the host draws one, else as lists. */
export function overTime(scenario: PersonalScenario, most: number, view: View): Part {
  const listed = timeline(scenario, most, view);
  const address = drawsIcons(view) ? view.links.scenario?.(scenario, most) : undefined;
  if (address === undefined) return listed;
  const told = personalPlanLines(scenario, view).join(' ');
  return {
    body: [subheading(view.say('card.personal.picture')), picture(address, told)],
    text: listed.text,
  };
}

/** When what a person keeps would come: title lists by horizon; what they did not date is left out. */
function timeline(scenario: PersonalScenario, most: number, view: View): Part {
  const { say, text } = view;
  const steps = byHorizon(scenario)
    .filter(({ trajectories }) => trajectories.length > 0)
    .map(({ horizon, trajectories }) => {
      const titles = trajectories.slice(0, most).map((trajectory) => trajectoryTitle(view, trajectory));
      const left = trajectories.length - titles.length;
      const more = left > 0 ? [say('card.personal.more-dated', { n: left })] : [];
      return { when: text.horizons[horizon], titles: [...titles, ...more] };
    });
  if (steps.length === 0) return nothing;
  const title = say('card.personal.timeline');
  return {
    body: [
      subheading(title),
      ...steps.map(({ when, titles }) =>
        pair(
          words(when, { weight: 'Bolder', size: 'Small' }),
          titles.map((one) => words(one, { size: 'Small', spacing: 'None' })),
        ),
      ),
    ],
    text: lines(title, ...steps.map(({ when, titles }) => `${when} : ${titles.join(' ; ')}`)),
  };
}

/** What a person expects of what they keep: how often they named each criterion. */
export function expected(scenario: PersonalScenario, view: View): Part {
  const { say, text } = view;
  const { kept } = totals(scenario);
  const counts = criterionCounts(scenario)
    .toSorted((a, b) => b.n - a.n)
    .map(({ id, n }) => ({ n, line: say('card.personal.criterion', { criterion: text.criteria[id], n }) }));
  if (counts.length === 0) return nothing;
  const title = say('card.personal.criteria');
  return {
    body: [
      subheading(title),
      ...counts.flatMap(({ line, n }) => [words(line, { size: 'Small', spacing: 'Small' }), meter(n / kept)]),
    ],
    text: lines(title, ...counts.map(({ line }) => line)),
  };
}

/** Where the directions a person takes help or hinder one another, with the catalogue's reasons. */
export function links(scenario: PersonalScenario, most: number, view: View): Part {
  const directions = directionLines(scenario, view);
  if (directions.length === 0) return nothing;
  const title = view.say('card.personal.directions');
  const told = linkLines(scenario, view).slice(0, most);
  return {
    body: [
      subheading(title),
      ...directions.map((line) => words(line, { size: 'Small', spacing: 'Small' })),
      ...told.map((line) => aside(line, { spacing: 'Small' })),
    ],
    text: lines(title, ...directions, ...told),
  };
}

/** What a person keeps beside what the group wishes for. */
export function besideTheGroup(beside: Beside, most: number, view: View): Part {
  if (beside.length === 0) return nothing;
  const { say } = view;
  const [title, lead] = [say('card.personal.beside'), say('card.personal.beside-lead')];
  const told = beside.slice(0, most).map(({ trajectory, n, support }) => ({
    line: say('card.personal.beside-line', {
      title: trajectoryTitle(view, trajectory),
      people: people({ share: support, n }, 'coarse', view),
    }),
    support,
  }));
  return {
    body: [
      subheading(title),
      aside(lead, { spacing: 'None' }),
      ...told.flatMap(({ line, support }) => [
        words(line, { size: 'Small', spacing: 'Small' }),
        meter(support),
      ]),
    ],
    text: lines(title, lead, ...told.map(({ line }) => line)),
  };
}
