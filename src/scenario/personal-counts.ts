import { type Criterion, criteria } from '#domain/participant/ballot.ts';
import type { PersonalScenario } from '#domain/results/personal-scenario.ts';

type Kept = PersonalScenario['domains'][number]['kept'];

/** The horizons of the time line, in order: what somebody never expects has no place on it. */
export const timeSteps = ['now', 'under-5', '5-to-10', 'over-10'] as const;

const keptIn = ({ domains }: PersonalScenario): Kept => domains.flatMap(({ kept }) => kept);

/** How many trajectories a person examined, and keeps. */
export const totals = (scenario: PersonalScenario): { readonly kept: number; readonly examined: number } => ({
  kept: keptIn(scenario).length,
  examined: scenario.domains.reduce((n, { examined }) => n + examined, 0),
});

/** What a person keeps by when it would come; what they did not date is left out. */
export const byHorizon = (scenario: PersonalScenario) =>
  timeSteps.map((horizon) => ({
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
