import { isKnown } from '#domain/results/group-scenario.ts';
import { countInShort, grainOf } from '#wording/numbers.ts';
import { choseToTakePart } from '#wording/participants.ts';
import { domainTitle } from '#wording/titles.ts';
import { partRows, type ToldParts, toldParts } from '#wording/told-parts.ts';
import type { Wording } from '#wording/wording.ts';
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
  const inShort = (n: number) => countInShort(n, grain, wording);
  const counted = (of: 'role' | 'territory', parts: ToldParts) =>
    partTable(of, partRows(parts, inShort, wording), wording);
  return [
    heading(1, say('report.who.heading')),
    paragraph([choseToTakePart(scenario.n, grain, wording), say('report.who.no-draw')].join(' ')),
    ...counted('role', roles),
    ...(roles.shown.length === 0 ? [] : [note(say('report.who.several'))]),
    ...counted('territory', territories),
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
  rows: ReturnType<typeof partRows>,
  { say }: Wording,
): readonly Block[] {
  if (rows.length === 0) return [];
  const title = say(of === 'role' ? 'report.who.roles' : 'report.who.territories');
  return [
    { kind: 'table', title, head: [say(`report.who.${of}`), say('results.people')], widths: [4, 5], rows },
  ];
}
