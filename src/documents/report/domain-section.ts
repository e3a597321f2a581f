import { type GroupScenario, isKnown } from '#domain/results/group-scenario.ts';
import { classesOf, countOf } from '#wording/group-lines.ts';
import { domainTitle, joined, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { type Block, charted, heading, note, paragraph } from './block.ts';
import { stances } from './figures/stances.ts';

/** One domain: how many gave their views, how many trajectories of each class, the chart, and what is not shown. */
export function domainSection(domain: GroupScenario['domains'][number], wording: Wording): readonly Block[] {
  const { say, consultation } = wording;
  const hidden = domain.trajectories.filter((one) => !isKnown(one));
  const lead = say('report.sentence', { text: countOf(domain, consultation.minGroup, wording) });
  const sum = classesOf(domain, wording);
  const titles = hidden.map(({ trajectory }) => trajectoryTitle(wording, trajectory));
  return [
    heading(2, domainTitle(wording, domain.domain)),
    paragraph([lead, sum].filter(Boolean).join(' ')),
    ...charted(stances(domain, wording)),
    ...(hidden.length === 0
      ? []
      : [note(say('report.hidden', { n: hidden.length, titles: joined(wording, titles) }))]),
  ];
}
