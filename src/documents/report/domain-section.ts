import { classes, countOf } from '#cards/results/group-domain.ts';
import type { View } from '#cards/view.ts';
import { type GroupScenario, isKnown } from '#domain/results/group-scenario.ts';
import { domainTitle, joined, trajectoryTitle } from '#wording/titles.ts';
import { type Block, charted, heading, note, paragraph } from './block.ts';
import { stances } from './figures/stances.ts';

/** One domain: how many gave their views, how many trajectories of each class, the chart, and what is not shown. */
export function domainSection(domain: GroupScenario['domains'][number], view: View): readonly Block[] {
  const { say, consultation } = view;
  const known = domain.trajectories.filter(isKnown);
  const hidden = domain.trajectories.filter((one) => !isKnown(one));
  const tallied = classes.flatMap((it) => {
    const n = known.filter((one) => one.class === it).length;
    return n === 0 ? [] : [say(`card.group.count-${it}`, { n })];
  });
  const lead = say('report.sentence', { text: countOf(domain, consultation.minGroup, view) });
  const sum = tallied.length === 0 ? [] : [say('card.group.sum', { counts: joined(view, tallied) })];
  const titles = hidden.map(({ trajectory }) => trajectoryTitle(view, trajectory));
  return [
    heading(2, domainTitle(view, domain.domain)),
    paragraph([lead, ...sum].join(' ')),
    ...charted(stances(domain, view)),
    ...(hidden.length === 0
      ? []
      : [note(say('report.hidden', { n: hidden.length, titles: joined(view, titles) }))]),
  ];
}
