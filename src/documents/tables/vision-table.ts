import type { Impact, SharedVision } from '#domain/results/shared-vision.ts';
import { domainOf, orientationDomain } from '#wording/titles.ts';
import { noVision } from '#wording/vision/judgements.ts';
import type { Wording } from '#wording/wording.ts';
import type { Result } from '../result.ts';
import { inParts, rounded, type Table, tableOf } from './table.ts';

/**
 * The shared vision: the directions of each set that holds together (rank 1 first), what strengthens what, and where the
 * group's preference is another one, with the impacts that cause it. One row says why when there is no vision.
 */
export function visionTable({ wording, vision, kind }: Result): Table {
  const rows =
    vision.state === 'composed'
      ? inParts(rowsOf(vision.vision, wording), wording)
      : inParts([none(vision, wording)], wording);
  // Shares of benefits are finer than what a provisional result may tell.
  const shown = kind === 'final' ? columns : columns.filter(([, its]) => its !== 'share');
  return tableOf(wording.say('tables.sheet.vision'), shown, rows, wording);
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

function none(vision: Unmade, wording: Wording) {
  const { say } = wording;
  const reason =
    vision.state === 'waiting'
      ? say('card.group.waiting', { needed: vision.needed })
      : noVision(vision.reason, wording);
  return { part: 'none', reason };
}

function rowsOf({ best, others, synergies, tensions, change }: SharedVision, wording: Wording) {
  return [
    ...[best, ...others].flatMap(({ orientations, inconsistency }, i) =>
      orientations.map((id) => ({ part: 'set', rank: i + 1, inconsistency, ...from(id, wording) })),
    ),
    ...synergies.map(({ values, ...impact }, i) => ({
      part: 'synergy',
      rank: i + 1,
      ...between(impact, wording),
      economic: values && rounded(values.economic),
      ecological: values && rounded(values.ecological),
      social: values && rounded(values.social),
    })),
    ...tensions.flatMap(({ favourite, chosen, causes }, i) => [
      { part: 'tension', rank: i + 1, ...from(favourite, wording), ...to(chosen, wording) },
      ...causes.map((impact) => ({ part: 'cause', rank: i + 1, ...between(impact, wording) })),
    ]),
    ...(change === undefined
      ? []
      : [{ part: 'change', rank: 1, ...from(change.from, wording), ...to(change.to, wording) }]),
  ];
}

const between = (impact: Impact, wording: Wording) => ({
  ...from(impact.from, wording),
  ...to(impact.to, wording),
  strength: impact.strength,
  reason: wording.text.crossImpacts[impact.from]?.[impact.to],
});

const from = (id: string, wording: Wording) => ({
  'domain-id': domainOf(wording, id),
  domain: orientationDomain(wording, id),
  'orientation-id': id,
  orientation: titleOf(id, wording),
});

const to = (id: string, wording: Wording) => ({
  'to-domain-id': domainOf(wording, id),
  'to-domain': orientationDomain(wording, id),
  'to-orientation-id': id,
  'to-orientation': titleOf(id, wording),
});

const titleOf = (id: string, { text }: Wording): string => text.orientations[id]?.title ?? id;
