import { isKnown } from '#domain/results/group-scenario.ts';
import { countInShort, grainOf } from '#wording/numbers.ts';
import { domainTitle } from '#wording/titles.ts';
import { besideTown } from '#wording/who/beside-town.ts';
import { onPaper } from '#wording/who/on-paper.ts';
import { choseToTakePart } from '#wording/who/participants.ts';
import { partRows, type ToldParts, toldParts } from '#wording/who/told-parts.ts';
import type { Wording } from '#wording/wording.ts';
import type { TableBlock } from '../figures/charted.ts';
import type { Result } from '../result.ts';
import { type Block, heading, note, paragraph } from './block.ts';

/** How many, their roles and kinds of place as far as they may be told, and what they looked at. */
export function whoAnswered(result: Result): readonly Block[] {
  const { wording, scenario, kind } = result;
  const { say, text, consultation } = wording;
  const { minGroup } = consultation;
  const grain = grainOf(kind);
  const roles = toldParts(scenario.who.roles, text.roles);
  const territories = toldParts(scenario.who.territories, text.territories);
  const paper = onPaper(scenario, grain, wording);
  const inShort = (n: number) => countInShort(n, grain, wording);
  const town = besideTown({ ...scenario, whole: 'gave-a-view' }, grain, wording);
  const counted = (of: 'role' | 'territory', parts: ToldParts) =>
    partTable(
      of,
      town?.tables[of === 'role' ? 'roles' : 'territories'] ?? {
        head: [say(`report.who.${of}`), say('results.people')],
        rows: partRows(parts, inShort, wording),
      },
      wording,
    );
  return [
    heading(1, say('report.who.heading')),
    paragraph(
      [
        choseToTakePart(scenario.n, grain, wording),
        ...(paper === undefined ? [] : [paper]),
        say('report.who.no-draw'),
      ].join(' '),
    ),
    ...counted('role', roles),
    ...(roles.shown.length === 0 ? [] : [note(say('report.who.several'))]),
    ...counted('territory', territories),
    ...(town?.notes ?? []).map(note),
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

function partTable(
  of: 'role' | 'territory',
  { head, rows }: Pick<TableBlock, 'head' | 'rows'>,
  { say }: Wording,
): readonly Block[] {
  if (rows.length === 0) return [];
  const title = say(of === 'role' ? 'report.who.roles' : 'report.who.territories');
  return [
    {
      kind: 'table',
      title,
      head,
      widths: head.length === 2 ? [4, 5] : [4, ...head.slice(1).map(() => 2)],
      rows,
    },
  ];
}
