import { timeline } from '#charts/timeline.ts';
import { horizons } from '#domain/participant/ballot.ts';
import { type GroupScenario, knownIn } from '#domain/results/group-scenario.ts';
import { quotedTrajectory, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Charted } from './charted.ts';

/** Where no more than so many stand on one line of time, the figure fits on a page. */
const most = 12;

/** When the group expects what it wishes for: the most clearly wished for, the nearest first. */
export function expectedWhen(scenario: GroupScenario, wording: Wording): Charted | undefined {
  const { say, text } = wording;
  const all = knownIn(scenario)
    .flatMap(({ trajectory, figures: { horizon, support } }) =>
      horizon === undefined ? [] : [{ trajectory, ...horizon, support }],
    )
    .toSorted((a, b) => b.support.low - a.support.low);
  const dated = all
    .slice(0, most)
    .toSorted((a, b) => horizons.indexOf(a.median) - horizons.indexOf(b.median));
  const [first, last] = [dated[0], dated.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const title = say('results.timeline');
  return {
    figure: {
      picture: timeline(
        title,
        horizons.map((id) => ({ id, title: text.horizons[id] })),
        dated.map(({ trajectory, ...when }) => ({ title: trajectoryTitle(wording, trajectory), ...when })),
      ),
      alt: say('report.timeline-alt', {
        n: dated.length,
        first: quotedTrajectory(wording, first.trajectory),
        last: quotedTrajectory(wording, last.trajectory),
      }),
      caption:
        dated.length < all.length
          ? say('results.timeline-note-most', { n: dated.length, all: all.length })
          : say('results.timeline-note'),
    },
    table: {
      title,
      head: ['trajectory', 'horizon-from', 'horizon', 'horizon-to'].map((key) => say(`results.${key}`)),
      widths: [4, 2, 2, 2],
      rows: dated.map(({ trajectory, q1, median, q3 }) => [
        trajectoryTitle(wording, trajectory),
        ...[q1, median, q3].map((id) => text.horizons[id]),
      ]),
    },
  };
}
