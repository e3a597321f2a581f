import { minGroups } from '#domain/consultation/consultation.ts';
import { trajectoryClasses } from '#domain/results/group-scenario.ts';
import { enoughViews } from '#scenario/telling.ts';
import type { Grain } from '../numbers.ts';
import type { Wording } from '../wording.ts';

/** What each word means by which a trajectory is classed. */
export const classMeanings = ({ say }: Wording): readonly string[] =>
  trajectoryClasses.map((it) =>
    say('report.reading.class', { name: say(`card.class.${it}`), meaning: say(`report.reading.${it}`) }),
  );

/** How the figures of a result were made, and what they cannot say. */
export const methodPoints = (grain: Grain, { say, consultation }: Wording): readonly string[] =>
  [...first, ...of[grain], ...last].map((point) =>
    say(`report.method.${point}`, {
      minGroup: consultation.minGroup,
      least: minGroups.facilitator,
      enough: enoughViews,
    }),
  );

const first = ['selective', 'unsure', 'confirm', 'agreement'] as const;
const of = { exact: ['margin', 'groups'], coarse: ['coarse'] } as const;
const last = ['smallest', 'vision', 'assistant'] as const;
