import { minGroups } from '#domain/consultation/consultation.ts';
import { bandFrom } from '#domain/results/band.ts';
import type { PartOf } from '#domain/results/part-of.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Result } from '../result.ts';
import { inParts, type Table, tableOf } from './table.ts';

/** Who answered: everybody, then by role, by kind of territory and by domain. A count that is not told is empty, and says why. */
export function participationTable({ wording, scenario, kind }: Result): Table {
  const { say, text, consultation } = wording;
  const { n, who, domains } = scenario;
  const { minGroup } = consultation;
  const few = say('tables.few', { minGroup });
  // Of a provisional result, how many people gave views is a band.
  const counted = (from: number | null) =>
    kind === 'final' || from === null
      ? { people: from }
      : { 'people-from': from, 'people-to': bandFrom(from).to };
  const partOf = (its: PartOf) =>
    typeof its === 'number'
      ? counted(its)
      : { note: say(`tables.part-${its}`, { least: minGroups.facilitator }) };
  const rows = [
    { part: 'all', title: say('tables.part.everybody'), ...counted(n), note: say('tables.chosen') },
    ...Object.entries(who.roles).map(([id, its]) => ({
      ...{ part: 'role', id, title: text.roles[id] ?? id },
      ...partOf(its),
    })),
    ...Object.entries(who.territories).map(([id, its]) => ({
      ...{ part: 'territory', id, title: text.territories[id] ?? id },
      ...partOf(its),
    })),
    ...domains.map(({ domain, n: people }) => ({
      part: 'domain',
      id: domain,
      title: domainTitle(wording, domain),
      ...counted(people),
      note: people === null ? few : undefined,
    })),
  ];
  return tableOf(say('tables.sheet.participation'), columns[kind], inParts(rows, wording), wording);
}

const first = [
  ['consultation', 'id'],
  ['part-id', 'id'],
  ['part', 'title'],
  ['id', 'id'],
  ['title', 'title'],
  ['people', 'whole'],
] as const;

const columns = {
  final: [...first, ['note', 'text']],
  provisional: [...first, ['people-from', 'whole'], ['people-to', 'whole'], ['note', 'text']],
} as const;
