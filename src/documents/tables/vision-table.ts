import type { View } from '#cards/view.ts';
import type { Impact, SharedVision } from '#domain/results/shared-vision.ts';
import { domainOf, orientationDomain } from '#wording/titles.ts';
import type { Result } from '../result.ts';
import { rounded } from './json/rounded.ts';
import { type Table, tableOf } from './table.ts';

/**
 * The shared vision: the directions of each set that holds together (rank 1 first), what strengthens what, and where the
 * group's preference is another one, with the impacts that cause it. One row says why when there is no vision.
 */
export function visionTable({ view, vision }: Result): Table {
  const rows = (vision.state === 'composed' ? rowsOf(vision.vision, view) : [none(vision, view)]).map(
    ({ part, ...row }) => ({
      ...row,
      consultation: view.consultation.id,
      'part-id': part,
      part: view.say(`tables.part.${part}`),
    }),
  );
  return tableOf(view.say('tables.sheet.vision'), columns, rows, view);
}

const columns = [
  ['consultation', 'id'],
  ['part-id', 'id'],
  ['part', 'title'],
  ['rank', 'whole'],
  ['domain-id', 'id'],
  ['domain', 'title'],
  ['orientation-id', 'id'],
  ['orientation', 'title'],
  ['to-domain-id', 'id'],
  ['to-domain', 'title'],
  ['to-orientation-id', 'id'],
  ['to-orientation', 'title'],
  ['strength', 'whole'],
  ['inconsistency', 'whole'],
  ['economic', 'share'],
  ['ecological', 'share'],
  ['social', 'share'],
  ['reason', 'text'],
] as const;

type Unmade = Exclude<Result['vision'], { state: 'composed' }>;

function none(vision: Unmade, { say }: View) {
  const reason =
    vision.state === 'waiting'
      ? say('card.group.waiting', { needed: vision.needed })
      : say(`card.vision.${vision.reason}`);
  return { part: 'none', reason };
}

function rowsOf({ best, others, synergies, tensions, change }: SharedVision, view: View) {
  return [
    ...[best, ...others].flatMap(({ orientations, inconsistency }, i) =>
      orientations.map((id) => ({ part: 'set', rank: i + 1, inconsistency, ...from(id, view) })),
    ),
    ...synergies.map(({ values, ...impact }, i) => ({
      part: 'synergy',
      rank: i + 1,
      ...between(impact, view),
      economic: values && rounded(values.economic),
      ecological: values && rounded(values.ecological),
      social: values && rounded(values.social),
    })),
    ...tensions.flatMap(({ favourite, chosen, causes }, i) => [
      { part: 'tension', rank: i + 1, ...from(favourite, view), ...to(chosen, view) },
      ...causes.map((impact) => ({ part: 'cause', rank: i + 1, ...between(impact, view) })),
    ]),
    ...(change === undefined
      ? []
      : [{ part: 'change', rank: 1, ...from(change.from, view), ...to(change.to, view) }]),
  ];
}

const between = (impact: Impact, view: View) => ({
  ...from(impact.from, view),
  ...to(impact.to, view),
  strength: impact.strength,
  reason: view.text.crossImpacts[impact.from]?.[impact.to],
});

const from = (id: string, view: View) => ({
  'domain-id': domainOf(view, id),
  domain: orientationDomain(view, id),
  'orientation-id': id,
  orientation: titleOf(id, view),
});

const to = (id: string, view: View) => ({
  'to-domain-id': domainOf(view, id),
  'to-domain': orientationDomain(view, id),
  'to-orientation-id': id,
  'to-orientation': titleOf(id, view),
});

const titleOf = (id: string, { text }: View): string => text.orientations[id]?.title ?? id;
