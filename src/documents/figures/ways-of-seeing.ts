import { opinionMap } from '#charts/opinion-map.ts';
import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { groupLetter, typicalLines } from '#wording/opinion-group.ts';
import { quotedTrajectory } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Charted } from './charted.ts';

/** The opinion groups as shapes; nothing when there are none. */
export function waysOfSeeing({ opinion }: GroupScenario, wording: Wording): Charted | undefined {
  const { say } = wording;
  const groups = (opinion?.groups ?? []).map((group, i) => ({ ...group, name: groupLetter(i) }));
  if (groups.length === 0) return undefined;
  const titled = (trajectory: string) => quotedTrajectory(wording, trajectory);
  return {
    figure: {
      picture: opinionMap(say('results.map-picture', { count: groups.length }), groups),
      alt: say('report.map-alt', {
        count: groups.length,
        sizes: groups.map(({ name, n }) => say('card.group.count', { title: name, count: n })).join(', '),
      }),
      caption: say('results.map-note'),
    },
    table: {
      title: say('report.map-table'),
      head: ['group', 'people', 'typical'].map((key) => say(`results.${key}`)),
      widths: [1, 1.2, 7],
      rows: groups.map((group) => [
        group.name,
        String(group.n),
        typicalLines(group, 3, titled, wording).join(' '),
      ]),
    },
  };
}
