import { domainIds } from '#domain/catalogue/domains.ts';
import type { WorkshopResult } from '#domain/results/workshop-result.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { type Block, heading, list, paragraph } from './block.ts';

/** What tables of a workshop agreed on, table by table, in the words and the order of their sheets. */
export function tablesBlocks(tables: readonly WorkshopResult[], wording: Wording): readonly Block[] {
  const { say } = wording;
  if (tables.length === 0) return [];
  return [
    heading(1, say('breakout.minutes.title')),
    paragraph(say('breakout.minutes.lead')),
    ...tables.flatMap((one) => tableBlocks(one, wording)),
  ];
}

function tableBlocks({ table, people, domains, synergies = [] }: WorkshopResult, wording: Wording) {
  const { say, text } = wording;
  const said = domainIds.flatMap((id) => {
    const its = domains[id];
    return its === undefined ? [] : [{ ...its, title: domainTitle(wording, id) }];
  });
  const kept = said.flatMap(({ title, kept: all }) =>
    Object.entries(all).map(([id, { horizon, condition = '' }]) => [
      trajectoryTitle(wording, id),
      title,
      horizon === undefined ? '' : text.horizons[horizon],
      condition,
    ]),
  );
  const name = say('breakout.minutes.table', { table, people });
  const lines = [
    ...said.flatMap(({ title, orientation, note }) => [
      ...(orientation === undefined
        ? []
        : [
            `${title} · ${say('breakout.phone.orientation', { title: text.orientations[orientation]?.title ?? orientation })}`,
          ]),
      ...(note === undefined ? [] : [`${title} · ${say('breakout.phone.note', { text: note })}`]),
    ]),
    ...synergies.map(({ because, ...one }) =>
      because === undefined
        ? say('workshop-kit.compiled.synergy', { table, ...one })
        : say('workshop-kit.compiled.because', { table, ...one, because }),
    ),
  ];
  return [
    heading(2, name),
    kept.length === 0 ? paragraph(say('breakout.minutes.nothing')) : keptTable(name, kept, wording),
    ...(lines.length === 0 ? [] : [list(lines)]),
  ];
}

function keptTable(title: string, rows: readonly (readonly string[])[], { say }: Wording): Block {
  const head = [
    say('workshop-kit.compiled.head.trajectory'),
    say('breakout.minutes.domain'),
    say('workshop-kit.compiled.head.when'),
    say('workshop-kit.compiled.head.condition'),
  ];
  return { kind: 'table', title, head, rows, widths: [3, 2, 2, 3] };
}
