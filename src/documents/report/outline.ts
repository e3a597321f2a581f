import { type GroupScenario, isKnown } from '#domain/results/group-scenario.ts';
import { classesOf, countOf } from '#wording/group-lines.ts';
import { type Grain, grainOf } from '#wording/numbers.ts';
import { synthesis } from '#wording/synthesis/synthesis.ts';
import { domainTitle, joined, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { expectedBenefits } from '../figures/benefits.ts';
import { stances } from '../figures/stances.ts';
import { expectedWhen } from '../figures/timeline.ts';
import type { Result } from '../result.ts';
import { type Block, charted, heading, note, pageBreak, paragraph } from './block.ts';
import { licence, method } from './method-section.ts';
import { howToRead, titled, whoAnswered } from './opening.ts';
import { opinionSection, visionSection } from './vision-section.ts';

/** The whole result of a consultation as a paper to read, to keep and to hand on. */
export function report(result: Result): readonly Block[] {
  const { wording, scenario, vision } = result;
  const grain = grainOf(result.kind);
  const { say } = wording;
  const text = synthesis(scenario, vision, grain, wording).map((sentences) =>
    paragraph(sentences.map((sentence) => sentence.text).join(' ')),
  );
  return [
    titled(result, 'cover'),
    ...howToRead(wording),
    ...whoAnswered(result),
    heading(1, say('results.synthesis')),
    ...text,
    pageBreak,
    heading(1, say('results.stances')),
    note(say('report.stances-lead')),
    ...scenario.domains.flatMap((domain) => domainSection(domain, grain, wording)),
    ...opinionSection(scenario, wording),
    ...part(say('results.profile'), charted(expectedBenefits(scenario, grain, wording))),
    ...part(say('results.timeline'), charted(expectedWhen(scenario, wording))),
    ...visionSection(vision, wording),
    ...method(result),
    ...licence(result),
  ];
}

const part = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(1, title), ...blocks];

/** One domain: how many gave their views, how many trajectories of each class, the chart, and what is not shown. */
function domainSection(
  domain: GroupScenario['domains'][number],
  grain: Grain,
  wording: Wording,
): readonly Block[] {
  const { say, consultation } = wording;
  const hidden = domain.trajectories.filter((one) => !isKnown(one));
  const lead = say('report.sentence', { text: countOf(domain, consultation.minGroup, grain, wording) });
  const sum = classesOf(domain, wording);
  const titles = hidden.map(({ trajectory }) => trajectoryTitle(wording, trajectory));
  return [
    heading(2, domainTitle(wording, domain.domain)),
    paragraph([lead, sum].filter(Boolean).join(' ')),
    ...charted(stances(domain, 'paper', grain, wording)),
    ...(hidden.length === 0
      ? []
      : [note(say('report.hidden', { n: hidden.length, titles: joined(wording, titles) }))]),
  ];
}
