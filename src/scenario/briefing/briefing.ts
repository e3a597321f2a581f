import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { type GroupScenario, type GroupTrajectory, isKnown } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { commonGround, littleKnown, setAside, worthDebating } from '../telling.ts';
import type { Apart, BriefingFacts, Unexamined } from './facts.ts';
import type { DebateQuestion } from './question.ts';
import { questionsFor } from './questions.ts';

/** What a facilitator reads before a seminar: facts and questions, no wording and no advice. */
export interface Briefing extends BriefingFacts {
  /** Ten at most, the most telling first. */
  readonly questions: readonly DebateQuestion[];
}

export function briefing(
  scenario: GroupScenario,
  vision: VisionView,
  catalogue: Pick<Catalogue, 'domains'>,
): Briefing {
  const facts = {
    scenario,
    shared: commonGround(scenario),
    refused: setAside(scenario),
    contested: worthDebating(scenario),
    apart: apartIn(scenario),
    unexamined: unexaminedIn(scenario),
    unknown: unknownIn(scenario),
  };
  return { ...facts, questions: questionsFor(facts, vision, catalogue) };
}

function apartIn({ opinion }: GroupScenario): readonly Apart[] {
  const all = (opinion?.groups ?? [])
    .flatMap(({ typical }, group) => typical.map((one) => ({ ...one, group })))
    .toSorted((a, b) => b.inside - b.outside - (a.inside - a.outside));
  return all.filter((one, i) => all.findIndex(({ trajectory }) => trajectory === one.trajectory) === i);
}

function unexaminedIn({ domains }: GroupScenario): readonly Unexamined[] {
  return domains
    .map(({ domain, trajectories }) => ({
      domain,
      trajectories: trajectories
        .filter((one) => !isKnown(one) && one.reason !== 'mostly-dont-know')
        .map(({ trajectory }) => trajectory),
      of: trajectories.length,
    }))
    .filter(({ trajectories }) => trajectories.length > 0)
    .toSorted((a, b) => b.trajectories.length / b.of - a.trajectories.length / a.of);
}

/** First what too few took a stance on for figures: it is the least known of all. */
function unknownIn(scenario: GroupScenario): readonly GroupTrajectory[] {
  const without = scenario.domains.flatMap(({ trajectories }) =>
    trajectories.filter((one) => !isKnown(one) && one.reason === 'mostly-dont-know'),
  );
  return [...without, ...littleKnown(scenario)];
}
