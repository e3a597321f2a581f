import { isKnown } from '#domain/results/group-scenario.ts';
import { grainOf, peopleCount } from '#wording/numbers.ts';
import { choseToTakePart, toldCounts } from '#wording/participants.ts';
import { kindLine } from '#wording/result-state.ts';
import { erasedText } from '#wording/retention.ts';
import { consultationNames, dated, domainTitle, joined, within } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Result } from '../result.ts';
import { type Block, heading, list, note, paragraph } from './block.ts';

/** What the consultation is, when its result was released, how many took part and who is responsible: a report has a cover, a briefing a band. */
export function titled({ wording, kind, at, scenario }: Result, size: 'cover' | 'band'): Block {
  const { say } = wording;
  const { title, territory, controller } = consultationNames(wording);
  const { contact } = wording.consultation.controller;
  const facts = {
    territory,
    released: kind === 'final' ? dated(wording, at) : kindLine({ kind, at }, wording),
    people: say('report.facts.who', {
      n: scenario.n,
      people: peopleCount(scenario.n, grainOf(kind), wording),
    }),
    responsible:
      size === 'cover' ? say('card.consent.controller.reach', { controller, contact }) : controller,
  };
  return {
    kind: 'title',
    size,
    text: title,
    lead: say(size === 'cover' ? 'report.lead' : 'briefing.lead'),
    facts: Object.entries(facts).map(([key, value]) => ({ name: say(`report.facts.${key}`), value })),
  };
}

/** The words of the report, once and for all. */
export function howToRead(wording: Wording): readonly Block[] {
  const { say } = wording;
  const classes = ['common-ground', 'contested', 'set-aside', 'open'].map((it) =>
    say('report.reading.class', { name: say(`card.class.${it}`), meaning: say(`report.reading.${it}`) }),
  );
  return [
    heading(1, say('report.reading.heading')),
    paragraph(say('report.reading.trajectory')),
    paragraph(say('report.reading.classes')),
    list(classes),
    paragraph(say('report.reading.margin')),
    note(say('results.reading')),
  ];
}

/** How many, their roles and kinds of place as far as they may be told, and what they looked at. */
export function whoAnswered({ wording, kind, scenario }: Result): readonly Block[] {
  const { say, text, consultation } = wording;
  const { minGroup } = consultation;
  const erased = erasedText(wording);
  const roles = toldCounts(scenario.who.roles, text.roles);
  const territories = toldCounts(scenario.who.territories, text.territories);
  const few = joined(
    wording,
    roles.hidden.map((title) => within(title, wording)),
  );
  return [
    heading(1, say('report.who.heading')),
    paragraph(say('report.who.chosen', { who: choseToTakePart(scenario.n, grainOf(kind), wording) })),
    ...(erased === undefined ? [] : [paragraph(erased)]),
    ...counted(say('report.who.roles'), say('report.who.role'), roles.shown, wording),
    ...(roles.shown.length === 0 ? [] : [note(say('report.who.several'))]),
    // People may have several roles, so that a hidden count is always a small one.
    ...(few === '' ? [] : [note(say('card.group.roles-few', { minGroup, roles: few }))]),
    ...counted(say('report.who.territories'), say('report.who.territory'), territories.shown, wording),
    ...(territories.hidden.length === 0 ? [] : [note(say('report.who.hidden', { minGroup }))]),
    {
      kind: 'table',
      title: say('report.who.domains'),
      head: ['domain', 'views', 'shown'].map((key) => say(`report.who.${key}`)),
      widths: [4, 2, 3],
      rows: scenario.domains.map(({ domain, n, trajectories }) => [
        domainTitle(wording, domain),
        n === null ? say('report.who.few', { minGroup }) : String(n),
        say('report.who.shown-of', {
          shown: trajectories.filter(isKnown).length,
          all: trajectories.length,
        }),
      ]),
    },
  ];
}

function counted(
  title: string,
  name: string,
  shown: ReturnType<typeof toldCounts>['shown'],
  { say }: Wording,
): readonly Block[] {
  if (shown.length === 0) return [];
  const rows = shown.map((one) => [one.title, String(one.count)]);
  return [{ kind: 'table', title, head: [name, say('results.people')], widths: [4, 5], rows }];
}
