import { calendarLine } from '#wording/calendar/calendar-line.ts';
import { responsible } from '#wording/information/information.ts';
import { grainOf } from '#wording/numbers.ts';
import { resultState } from '#wording/results/result-state.ts';
import { consultationNames, leading } from '#wording/titles.ts';
import { choseToTakePart } from '#wording/who/participants.ts';
import { namedLogo } from '../pdf/logo.ts';
import type { Result } from '../result.ts';
import type { Block } from './block.ts';

type Facts = readonly { readonly name: string; readonly value: string }[];

/** What the consultation is, where and when it was held, how many took part and who is responsible. */
export function titled(result: Result, lead: string): Extract<Block, { kind: 'title' }> {
  const { wording, logo } = result;
  const { title } = consultationNames(wording);
  return { kind: 'title', text: title, lead, facts: factsOf(result), ...namedLogo(logo, wording) };
}

/** What the result is, in the sentences of its page. */
export const standing = (result: Result): string =>
  resultState({ ...result, minGroup: result.wording.consultation.minGroup }, result.wording).join(' ');

function factsOf({ wording, scenario: { n }, kind }: Result): Facts {
  const { say } = wording;
  const { territory } = consultationNames(wording);
  const facts = {
    territory: leading(territory, wording),
    period: leading(calendarLine(wording), wording),
    people: choseToTakePart(n, grainOf(kind), wording),
    responsible: responsible(wording),
  };
  return Object.entries(facts).map(([key, value]) => ({ name: say(`report.facts.${key}`), value }));
}
