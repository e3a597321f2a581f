import { minGroups } from '#domain/consultation/consultation.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import { bandFrom } from '#domain/results/band.ts';
import type { Shift } from '#domain/results/group-scenario.ts';
import type { PartOf } from '#domain/results/part-of.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Result } from '../result.ts';
import { inParts, rounded, type Table, tableOf } from './table.ts';

/** Who answered: everybody, then by role, by kind of territory and by domain. A count that is not told is empty, and says why. */
export function participationTable({ wording, scenario, kind }: Result): Table {
  const { say, text, consultation } = wording;
  const { n, who, domains, shift } = scenario;
  const { minGroup, townFigures } = consultation;
  const few = say('tables.few', { minGroup });
  const weighted =
    townFigures === undefined
      ? []
      : [say('tables.town-source', { source: townFigures.source }), say('town-figures.not-weighted')];
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
    {
      part: 'all',
      title: say('tables.part.everybody'),
      ...counted(n),
      note: [say('tables.chosen'), ...weighted].join(' '),
    },
    ...secondRoundRows(shift, few, say),
    ...(who.paper === undefined ? [] : [paperRow(partOf(who.paper), wording)]),
    ...Object.entries(who.roles).map(([id, its]) => ({
      ...{ part: 'role', id, title: text.roles[id] ?? id, town: shareIn(townFigures?.roles, id) },
      ...partOf(its),
    })),
    ...Object.entries(who.territories).map(([id, its]) => ({
      ...{ part: 'territory', id, title: text.territories[id] ?? id },
      town: shareIn(townFigures?.territories, id),
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
  const all = townFigures === undefined ? columns[kind] : [...columns[kind], ['town', 'share'] as const];
  return tableOf(say('tables.sheet.participation'), all, inParts(rows, wording), wording);
}

/** Who looked at their views again, and how many of them changed one; nothing where there was no second round. */
function secondRoundRows(shift: Shift | undefined, few: string, say: Say) {
  if (shift === undefined) return [];
  const { n, moved } = shift.people;
  const part = 'second-round';
  return [
    { part, id: 'looked-again', title: say('tables.second-round.looked'), people: n },
    {
      ...{ part, id: 'moved', title: say('tables.second-round.moved') },
      ...(moved === undefined ? { note: few } : { people: moved }),
    },
  ];
}

/** Those who answered on paper: among the others or apart, which their number alone does not say. */
function paperRow<Told extends object>(told: Told, { consultation, say }: Wording) {
  const apart = consultation.paper === 'apart' ? [say('tables.paper-apart')] : [];
  const note = [...('note' in told ? [told.note] : []), ...apart].join(' ');
  return { part: 'paper', title: say('participation.devices.paper'), ...told, ...(note !== '' && { note }) };
}
/** From 0 to 1, as the shares of all tables are. */
const shareIn = (shares: Readonly<Record<string, number>> | undefined, id: string): number | undefined =>
  shares?.[id] === undefined ? undefined : rounded(shares[id] / 100);

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
