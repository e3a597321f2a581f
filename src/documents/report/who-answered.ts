import { isKnown } from '#domain/results/group-scenario.ts';
import { countInShort, grainOf } from '#wording/numbers.ts';
import { choseToTakePart, participants, toldCounts } from '#wording/participants.ts';
import { domainTitle, joined, within } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Result } from '../result.ts';
import { type Block, heading, note, paragraph } from './block.ts';

/** How many, their roles and kinds of place as far as they may be told, and what they looked at. */
export function whoAnswered(result: Result): readonly Block[] {
  const { wording, scenario, kind } = result;
  const { say, consultation } = wording;
  const { minGroup } = consultation;
  const grain = grainOf(kind);
  return [
    heading(1, say('report.who.heading')),
    paragraph([choseToTakePart(scenario.n, grain, wording), say('report.who.no-draw')].join(' ')),
    ...(grain === 'exact' ? categories(result) : inWords(result)),
    {
      kind: 'table',
      title: say('report.who.domains'),
      head: ['domain', 'views', 'shown'].map((key) => say(`report.who.${key}`)),
      widths: [4, 2, 3],
      rows: scenario.domains.map(({ domain, n, trajectories }) => [
        domainTitle(wording, domain),
        n === null ? say('report.who.few', { minGroup }) : countInShort(n, grain, wording),
        say('report.who.shown-of', {
          shown: trajectories.filter(isKnown).length,
          all: trajectories.length,
        }),
      ]),
    },
  ];
}

/** While people answer, roles and kinds of place are named, not counted. */
function inWords({ wording, scenario, kind }: Result): readonly Block[] {
  const [, ...others] = participants(scenario, wording.consultation.minGroup, grainOf(kind), wording);
  return others.map((line) => paragraph(line));
}

function categories({ wording, scenario }: Result): readonly Block[] {
  const { say, text, consultation } = wording;
  const { minGroup } = consultation;
  const roles = toldCounts(scenario.who.roles, text.roles);
  const territories = toldCounts(scenario.who.territories, text.territories);
  const few = joined(
    wording,
    roles.hidden.map((title) => within(title, wording)),
  );
  return [
    ...table(say('report.who.roles'), say('report.who.role'), roles.shown, wording),
    ...(roles.shown.length === 0 ? [] : [note(say('report.who.several'))]),
    // People may have several roles, so that a hidden count is always a small one.
    ...(few === '' ? [] : [note(say('card.group.roles-few', { minGroup, roles: few }))]),
    ...table(say('report.who.territories'), say('report.who.territory'), territories.shown, wording),
    ...(territories.hidden.length === 0 ? [] : [note(say('report.who.hidden', { minGroup }))]),
  ];
}

function table(
  title: string,
  name: string,
  shown: ReturnType<typeof toldCounts>['shown'],
  { say }: Wording,
): readonly Block[] {
  if (shown.length === 0) return [];
  const rows = shown.map((one) => [one.title, String(one.count)]);
  return [{ kind: 'table', title, head: [name, say('results.people')], widths: [4, 5], rows }];
}
