import { type Wording, withinDomains } from '#wording/wording.ts';
import { type Table, tableOf } from './table.ts';

/** What people read of each trajectory of a consultation: one row a trajectory and a language. */
export function catalogueTable(wording: Wording): Table {
  const { catalogue } = withinDomains(wording);
  const rows = catalogue.domains.flatMap(({ id: domain, trajectories }) =>
    trajectories.flatMap(({ id, orientation, source }) =>
      catalogue.languages.map((language) => {
        const { trajectories: said, orientations } = catalogue.text[language] ?? wording.text;
        return {
          'trajectory-id': id,
          'domain-id': domain,
          'orientation-id': orientation,
          language,
          orientation: orientations[orientation]?.title,
          trajectory: said[id]?.title,
          summary: said[id]?.summary,
          benefit: said[id]?.benefit,
          risk: said[id]?.risk,
          example: said[id]?.example,
          source,
        };
      }),
    ),
  );
  return tableOf(wording.say('tables.sheet.trajectories'), columns, rows, wording);
}

const columns = [
  ['trajectory-id', 'id'],
  ['domain-id', 'id'],
  ['orientation-id', 'id'],
  ['language', 'id'],
  ['orientation', 'title'],
  ['trajectory', 'title'],
  ['summary', 'text'],
  ['benefit', 'text'],
  ['risk', 'text'],
  ['example', 'text'],
  ['source', 'id'],
] as const;
