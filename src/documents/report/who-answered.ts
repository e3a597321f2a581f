import { isKnown } from '#domain/results/group-scenario.ts';
import { figureWords, tookPart } from '#wording/figure-words.ts';
import { toldCounts } from '#wording/participants.ts';
import { erasedText } from '#wording/retention.ts';
import { domainTitle, joined, within } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Result } from '../result.ts';
import { type Block, heading, note, paragraph } from './block.ts';

/** How many, their roles and kinds of place as far as they may be told, and what they looked at. */
export function whoAnswered({ wording, scenario, kind }: Result): readonly Block[] {
  const { say, text, consultation } = wording;
  const { minGroup } = consultation;
  const figures = figureWords(kind, wording);
  const erased = erasedText(wording);
  const roles = toldCounts(scenario.who.roles, text.roles);
  const territories = toldCounts(scenario.who.territories, text.territories);
  const few = joined(
    wording,
    roles.hidden.map((title) => within(title, wording)),
  );
  const [chose = ''] = tookPart(kind, scenario, wording);
  return [
    heading(1, say('report.who.heading')),
    paragraph([chose, say('report.who.no-draw')].join(' ')),
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
        n === null ? say('report.who.few', { minGroup }) : figures.count(n),
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
