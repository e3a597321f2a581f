import { criteria } from '#domain/ballot.ts';
import type { Beside, PersonalScenario } from '#domain/personal-scenario.ts';
import { aside, type Element, heading, meter, pair, words } from './elements.ts';
import { lines } from './plain.ts';
import { people } from './share.ts';
import { domainOf, domainTitle, orientationTitle, trajectoryTitle } from './titles.ts';
import type { View } from './view.ts';

interface Drawn {
  readonly body: readonly Element[];
  readonly text: string;
}

const nothing: Drawn = { body: [], text: '' };
const section = (title: string): Element => heading(title, { size: 'Medium', spacing: 'Large' });

/** When what a person keeps would come: title lists by horizon; what they did not date is left out. */
export function timeline({ domains }: PersonalScenario, most: number, view: View): Drawn {
  const { say, text } = view;
  const kept = domains.flatMap((domain) => domain.kept);
  const steps = (['now', 'under-5', '5-to-10', 'over-10'] as const).flatMap((horizon) => {
    const its = kept.filter(({ ballot }) => ballot.horizon === horizon);
    const titles = its.slice(0, most).map(({ trajectory }) => trajectoryTitle(view, trajectory));
    const more =
      its.length > titles.length ? [say('card.personal.more-dated', { n: its.length - titles.length })] : [];
    return its.length === 0 ? [] : [{ when: text.horizons[horizon], titles: [...titles, ...more] }];
  });
  if (steps.length === 0) return nothing;
  const title = say('card.personal.timeline');
  return {
    body: [
      section(title),
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
export function expected({ domains }: PersonalScenario, view: View): Drawn {
  const { say, text } = view;
  const kept = domains.flatMap((domain) => domain.kept);
  const counts = criteria
    .map((id) => ({ id, n: kept.filter(({ ballot }) => ballot.benefits.includes(id)).length }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n);
  if (counts.length === 0) return nothing;
  const title = say('card.personal.criteria');
  return {
    body: [
      section(title),
      ...counts.flatMap(({ id, n }) => [
        words(say('card.personal.criterion', { criterion: text.criteria[id], n }), {
          size: 'Small',
          spacing: 'Small',
        }),
        meter(n / kept.length),
      ]),
    ],
    text: lines(
      title,
      ...counts.map(({ id, n }) => say('card.personal.criterion', { criterion: text.criteria[id], n })),
    ),
  };
}

/** Where the directions a person takes help or hinder one another, with the catalogue's reasons. */
export function links({ links: all, domains }: PersonalScenario, most: number, view: View): Drawn {
  const { say, text } = view;
  const directions = domains.flatMap(({ domain, orientation }) =>
    orientation === undefined
      ? []
      : [
          say('card.personal.direction', {
            domain: domainTitle(view, domain),
            title: orientationTitle(view, orientation),
          }),
        ],
  );
  if (directions.length === 0) return nothing;
  const title = say('card.personal.directions');
  const told = all.slice(0, most).map(({ from, to, strength }) => {
    const facts = {
      from: domainTitle(view, domainOf(view, from)),
      to: domainTitle(view, domainOf(view, to)),
    };
    const lead = strength > 0 ? say('card.personal.helps', facts) : say('card.personal.hinders', facts);
    return [lead, text.crossImpacts[from]?.[to] ?? ''].join(' ').trim();
  });
  return {
    body: [
      section(title),
      ...directions.map((line) => words(line, { size: 'Small', spacing: 'Small' })),
      ...told.map((line) => aside(line, { spacing: 'Small' })),
    ],
    text: lines(title, ...directions, ...told),
  };
}

/** What a person keeps beside what the group wishes for. */
export function besideTheGroup(beside: Beside, most: number, view: View): Drawn {
  if (beside.length === 0) return nothing;
  const { say } = view;
  const [title, lead] = [say('card.personal.beside'), say('card.personal.beside-lead')];
  const told = beside.slice(0, most).map(({ trajectory, n, support }) => ({
    line: say('card.personal.beside-line', {
      title: trajectoryTitle(view, trajectory),
      people: people(support, n, view),
    }),
    support,
  }));
  return {
    body: [
      section(title),
      aside(lead, { spacing: 'None' }),
      ...told.flatMap(({ line, support }) => [
        words(line, { size: 'Small', spacing: 'Small' }),
        meter(support),
      ]),
    ],
    text: lines(title, lead, ...told.map(({ line }) => line)),
  };
}
