import { type GroupScenario, isKnown } from '#domain/results/group-scenario.ts';
import { grainOf } from '#wording/numbers.ts';
import { classesOf, countOf } from '#wording/results/group-lines.ts';
import { synthesis } from '#wording/synthesis/synthesis.ts';
import { domainTitle, joined, trajectoryTitle } from '#wording/titles.ts';
import { expectedBenefits } from '../figures/benefits.ts';
import { stances } from '../figures/stances.ts';
import { expectedWhen } from '../figures/timeline.ts';
import type { Result } from '../result.ts';
import { type Block, charted, heading, note, pageBreak, paragraph } from './block.ts';
import { followUpSection } from './follow-up-section.ts';
import { howToRead, licence, method } from './method-section.ts';
import { quotesSection } from './quotes-section.ts';
import { shiftSection } from './shift-section.ts';
import { synthesisPage } from './synthesis-page.ts';
import { opinionSection, visionSection } from './vision-section.ts';
import { whoAnswered } from './who-answered.ts';

/**
 * The whole result of a consultation as a paper to read, to keep and to hand on: one page of synthesis, with so many lines of each
 * kind at most, then who answered, what was found, and how.
 */
export function report(result: Result, most = 5): readonly Block[] {
  const { wording, scenario, kind } = result;
  const { say } = wording;
  return [
    ...synthesisPage(result, most),
    pageBreak,
    ...inSentences(result),
    ...whoAnswered(result),
    heading(1, say('results.stances')),
    ...scenario.domains.flatMap((domain) => domainSection(domain, result)),
    ...(kind === 'final' ? opinionSection(scenario, wording) : []),
    ...overAll(result),
    ...visionSection(result),
    ...shiftSection(result),
    ...followUpSection(result),
    ...quotesSection(result),
    ...howToRead(result),
    ...method(result),
    ...licence(result),
  ];
}

function inSentences({ wording, scenario, vision, kind }: Result): readonly Block[] {
  const text = synthesis(scenario, vision, grainOf(kind), wording).map((sentences) =>
    paragraph(sentences.map((sentence) => sentence.text).join(' ')),
  );
  return [heading(1, wording.say('results.synthesis')), ...text];
}

/** What people expect of it all, and when: of a provisional result neither is told. */
function overAll({ wording, scenario, kind }: Result): readonly Block[] {
  const { say } = wording;
  return [
    ...part(say('results.profile'), charted(expectedBenefits(scenario, grainOf(kind), wording))),
    ...part(say('results.timeline'), charted(expectedWhen(scenario, wording))),
  ];
}

const part = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(1, title), ...blocks];

/** One domain: how many gave their views, how many trajectories of each class, the chart, and what is not shown. */
function domainSection(domain: GroupScenario['domains'][number], result: Result): readonly Block[] {
  const { wording, kind } = result;
  const { say, consultation } = wording;
  const grain = grainOf(kind);
  const hidden = domain.trajectories.filter((one) => !isKnown(one));
  const sum = classesOf(domain, wording);
  const titles = hidden.map(({ trajectory }) => trajectoryTitle(wording, trajectory));
  return [
    heading(2, domainTitle(wording, domain.domain)),
    paragraph([countOf(domain, consultation.minGroup, grain, wording), sum].filter(Boolean).join(' ')),
    ...charted(stances(domain, 'paper', grain, wording)),
    ...(hidden.length === 0
      ? []
      : [note(say('report.hidden', { n: hidden.length, titles: joined(wording, titles) }))]),
  ];
}
