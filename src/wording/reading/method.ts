import { minGroups } from '#domain/consultation/consultation.ts';
import { trajectoryClasses } from '#domain/results/group-scenario.ts';
import { enoughViews } from '#scenario/telling.ts';
import type { Grain } from '../numbers.ts';
import { trajectoryTitle } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** What each word means by which a trajectory is classed. */
export const classMeanings = ({ say }: Wording): readonly string[] =>
  trajectoryClasses.map((it) =>
    say('report.reading.class', { name: say(`card.class.${it}`), meaning: say(`report.reading.${it}`) }),
  );

/** How the figures of a result were made, and what they cannot say. */
export function methodPoints(grain: Grain, wording: Wording): readonly string[] {
  const { say, consultation } = wording;
  const points = [...first, ...of[grain], ...last].map((point) =>
    say(`report.method.${point}`, {
      minGroup: consultation.minGroup,
      least: minGroups.facilitator,
      enough: enoughViews,
    }),
  );
  return [...points, ...ofTown(wording)];
}

/** Trajectories that whoever holds the consultation wrote are named as theirs. */
function ofTown(wording: Wording): readonly string[] {
  const own = wording.catalogue.domains.flatMap(({ trajectories }) =>
    trajectories.filter(({ source }) => source === 'town'),
  );
  if (own.length === 0) return [];
  const titles = own.map(({ id }) =>
    wording.say('report.method.titled', { title: trajectoryTitle(wording, id) }),
  );
  return [wording.say('report.method.town', { n: own.length, titles: titles.join(', ') })];
}

const first = ['selective', 'unsure', 'confirm', 'agreement'] as const;
const of = { exact: ['margin', 'groups'], coarse: ['coarse'] } as const;
const last = ['smallest', 'vision', 'assistant'] as const;
