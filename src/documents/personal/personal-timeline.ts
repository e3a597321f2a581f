import type { Svg } from '#charts/svg.ts';
import { timeline } from '#charts/timeline.ts';
import type { PersonalScenario } from '#domain/results/personal-scenario.ts';
import { byHorizon } from '#scenario/personal-counts.ts';
import { trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

/** What a person keeps on a line of time, the nearest first, so many of each moment at most; nothing where they dated nothing. */
export function personalTimeline(
  scenario: PersonalScenario,
  most: number,
  wording: Wording,
): Svg | undefined {
  const { say, text } = wording;
  const steps = byHorizon(scenario);
  const dated = steps.flatMap(({ horizon, trajectories }) =>
    trajectories.slice(0, most).map((trajectory) => ({
      title: trajectoryTitle(wording, trajectory),
      ...{ q1: horizon, median: horizon, q3: horizon },
    })),
  );
  if (dated.length === 0) return undefined;
  return timeline(
    say('card.personal.timeline'),
    steps.map(({ horizon: id }) => ({ id, title: text.horizons[id] })),
    dated,
  );
}
