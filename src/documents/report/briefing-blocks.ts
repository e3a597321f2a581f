import { briefing } from '#scenario/briefing/briefing.ts';
import { briefingWords, type Section } from '#wording/briefing/briefing.ts';
import { grainOf, spelled } from '#wording/numbers.ts';
import { kindLine } from '#wording/results/result-state.ts';
import { leading } from '#wording/titles.ts';
import type { Result } from '../result.ts';
import { type Block, heading, list, note, pageBreak, paragraph } from './block.ts';
import { titled } from './opening.ts';

/** How much of it is said. */
export interface Trim {
  /** Lines a section. */
  readonly most: number;
  /** The questions begin a page of their own. */
  readonly apart: boolean;
}

/** What to read before a seminar: what the group said, then the questions, with so many lines a section at most. */
export function briefingBlocks(result: Result, { most, apart }: Trim): readonly Block[] {
  const { wording, scenario, vision, kind } = result;
  const { say } = wording;
  const { who, sections, questions } = briefingWords(
    briefing(scenario, vision, wording.catalogue),
    { most, grain: grainOf(kind) },
    wording,
  );
  const counted = { n: questions.length, said: spelled(questions.length, wording) };
  return [
    titled(result, say('briefing.lead', { state: kindLine(result, wording), ...counted })),
    heading(1, say('briefing.who')),
    paragraph(who.join(' ')),
    ...sections.flatMap(listed),
    ...(apart ? [pageBreak] : []),
    heading(1, leading(say('briefing.questions.heading', counted), wording)),
    note(say(questions.length === 0 ? 'briefing.questions.none' : 'briefing.questions.lead')),
    ...(questions.length === 0 ? [] : [asked(questions)]),
    note(say('briefing.questions.close')),
  ];
}

const listed = ({ title, lines, others }: Section): readonly Block[] => [
  heading(2, title),
  list(lines),
  ...(others === undefined ? [] : [note(others)]),
];

const asked = (questions: readonly { readonly question: string; readonly facts: string }[]): Block => ({
  kind: 'list',
  ordered: true,
  items: questions.map(({ question, facts }) => ({ text: question, more: facts === '' ? [] : [facts] })),
});
