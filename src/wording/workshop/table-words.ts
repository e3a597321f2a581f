import { synergyParts } from '#domain/results/workshop-result.ts';
import type { Wording } from '../wording.ts';
import { type AskedOfDomain, tableSheet } from './table-sheet.ts';

/** The fields of a table as its sheets name them. */
export function tableWords(view: Wording) {
  const { say } = view;
  const { table, people, domains, row, synergies } = tableSheet(view);
  const within = (place: string, asked: string) => say('workshop-kit.form.within', { place, asked });
  const ofDomain = ({ id, title, orientation, kept, note }: AskedOfDomain) => [
    [`orientation-${id}`, within(title, orientation.label)] as const,
    [`note-${id}`, within(title, note.label)] as const,
    ...kept.rows.flatMap((one) => [
      [`kept-${one.id}`, within(one.title, row.kept)] as const,
      [`horizon-${one.id}`, within(one.title, row.horizon)] as const,
      [`condition-${one.id}`, within(one.title, row.condition)] as const,
    ]),
  ];
  const labels = new Map<string, string>([
    ...[['table', table.label] as const, ['people', people.label] as const],
    ...domains.flatMap(ofDomain),
    ...synergies.rows.flatMap((number) =>
      synergyParts.map(
        (part) =>
          [
            `${part}-${number}`,
            within(say('workshop-kit.form.synergy', { number }), synergies[part]),
          ] as const,
      ),
    ),
  ]);
  const titles = new Map([
    ...domains.flatMap(({ orientation }) => orientation.options.map(({ id, title }) => [id, title] as const)),
    ...row.horizons.map(({ id, title }) => [`${id}`, title] as const),
  ]);
  return {
    labelOf: (name: string): string => labels.get(name) ?? name,
    shown: (name: string, text: string): string =>
      name.startsWith('kept-') ? row.kept : (titles.get(text) ?? text),
  };
}
