import { bandFrom } from '#domain/results/band.ts';
import { calendarLine } from '#wording/calendar-line.ts';
import { consultationNames, dated, leading } from '#wording/titles.ts';
import type { Result } from '../result.ts';
import type { Block } from './block.ts';

type Facts = readonly { readonly name: string; readonly value: string }[];

/** What the consultation is, where and when it was held, how many took part and who is responsible. */
export function titled(result: Result, lead: string): Extract<Block, { kind: 'title' }> {
  const { wording } = result;
  const { title } = consultationNames(wording);
  return { kind: 'title', text: title, lead, facts: factsOf(result) };
}

/** Which result it is, and of when: « Résultat provisoire au 20 novembre 2026 ». */
export function stateOf({ wording, at, kind }: Pick<Result, 'wording' | 'at' | 'kind'>): string {
  return wording.say(`report.state.${kind}`, { date: dated(wording, at) });
}

function factsOf({ wording, scenario: { n }, kind }: Result): Facts {
  const { say, consultation } = wording;
  const { territory, controller } = consultationNames(wording);
  const { contact } = consultation.controller;
  const people =
    kind === 'final' ? say('report.facts.who', { n }) : say('report.facts.who-band', bandFrom(n));
  const facts = {
    territory,
    period: leading(calendarLine(wording), wording),
    people,
    responsible: contact === '' ? controller : say('card.consent.controller.reach', { controller, contact }),
  };
  return Object.entries(facts).map(([key, value]) => ({ name: say(`report.facts.${key}`), value }));
}
