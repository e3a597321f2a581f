import { domainTitle } from '#wording/titles.ts';
import type { Result } from '../result.ts';
import { inParts, type Table, tableOf } from './table.ts';

/** Who answered: everybody, then by role, by kind of territory and by domain. A hidden count is empty, and says why. */
export function participationTable({ wording, scenario }: Result): Table {
  const { say, text, consultation } = wording;
  const { n, who, domains } = scenario;
  const { minGroup } = consultation;
  const few = say('tables.few', { minGroup });
  const rows = [
    { part: 'all', title: say('tables.part.everybody'), people: n, note: say('tables.chosen') },
    ...Object.entries(who.roles).map(([id, people]) => ({
      part: 'role',
      id,
      title: text.roles[id] ?? id,
      people,
      note: people === null ? few : undefined,
    })),
    // A larger count is hidden beside a small one that could be computed from it.
    ...Object.entries(who.territories).map(([id, people]) => ({
      part: 'territory',
      id,
      title: text.territories[id] ?? id,
      people,
      note: people === null ? say('tables.beside') : undefined,
    })),
    ...domains.map(({ domain, n: people }) => ({
      part: 'domain',
      id: domain,
      title: domainTitle(wording, domain),
      people,
      note: people === null ? few : undefined,
    })),
  ];
  return tableOf(say('tables.sheet.participation'), columns, inParts(rows, wording), wording);
}

const columns = [
  ['consultation', 'id'],
  ['part-id', 'id'],
  ['part', 'title'],
  ['id', 'id'],
  ['title', 'title'],
  ['people', 'whole'],
  ['note', 'text'],
] as const;
