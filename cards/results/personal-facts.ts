import { type Criterion, criteria } from '#domain/participant/ballot.ts';
import type { PersonalScenario } from '#domain/results/personal-scenario.ts';
import { domainTitle, orientationDomain, orientationTitle } from '#wording/titles.ts';
import type { View } from '../view.ts';

type Kept = PersonalScenario['domains'][number]['kept'];

/** The horizons of the time line, in order: what somebody never expects has no place on it. */
const steps = ['now', 'under-5', '5-to-10', 'over-10'] as const;

const keptIn = ({ domains }: PersonalScenario): Kept => domains.flatMap(({ kept }) => kept);

/** How many trajectories a person examined, and keeps. */
export const totals = (scenario: PersonalScenario): { readonly kept: number; readonly examined: number } => ({
  kept: keptIn(scenario).length,
  examined: scenario.domains.reduce((n, { examined }) => n + examined, 0),
});

/** What a person keeps by when it would come; what they did not date is left out. */
export const byHorizon = (scenario: PersonalScenario) =>
  steps.map((horizon) => ({
    horizon,
    trajectories: keptIn(scenario)
      .filter(({ ballot }) => ballot.horizon === horizon)
      .map(({ trajectory }) => trajectory),
  }));

/** For how many of the trajectories they keep a person named each criterion; those they did not name are left out. */
export function criterionCounts(
  scenario: PersonalScenario,
): readonly { readonly id: Criterion; readonly n: number }[] {
  const kept = keptIn(scenario);
  return criteria
    .map((id) => ({ id, n: kept.filter(({ ballot }) => ballot.benefits.includes(id)).length }))
    .filter(({ n }) => n > 0);
}

/** The direction a person leans to in each domain, in words. */
export const directionLines = ({ domains }: PersonalScenario, view: View): readonly string[] =>
  domains.flatMap(({ domain, orientation }) =>
    orientation === undefined
      ? []
      : [
          view.say('card.personal.direction', {
            domain: domainTitle(view, domain),
            title: orientationTitle(view, orientation),
          }),
        ],
  );

/** What helps or hinders what between those directions, with the catalogue's reasons. */
export const linkLines = ({ links }: PersonalScenario, view: View): readonly string[] =>
  links.map(({ from, to, strength }) => {
    const facts = { from: orientationDomain(view, from), to: orientationDomain(view, to) };
    const lead = view.say(strength > 0 ? 'card.personal.helps' : 'card.personal.hinders', facts);
    return [lead, view.text.crossImpacts[from]?.[to] ?? ''].join(' ').trim();
  });
