import { type Criterion, criteria } from '#domain/participant/ballot.ts';
import { bandFrom } from '#domain/results/band.ts';
import type { Figures } from '#domain/results/group-scenario.ts';
import { verdictOf } from '#wording/results/group-lines.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Result } from '../result.ts';
import { secondRoundCells, secondRoundColumns } from './second-round-cells.ts';
import { type Cell, type ColumnKind, rounded, type Table, tableOf } from './table.ts';

/** One row a trajectory, in the order of the result; without figures where too few people gave a view. */
export function resultTable({ wording, scenario, kind }: Result): Table {
  const sources = new Map(
    wording.catalogue.domains.flatMap(({ trajectories }) =>
      trajectories.map(({ id, source }) => [id, source]),
    ),
  );
  const { shift } = scenario;
  const rows = scenario.domains.flatMap(({ domain, trajectories }) =>
    trajectories.map((one) => ({
      consultation: wording.consultation.id,
      'domain-id': domain,
      domain: domainTitle(wording, domain),
      'trajectory-id': one.trajectory,
      trajectory: trajectoryTitle(wording, one.trajectory),
      'class-id': one.class,
      verdict: verdictOf(one, wording),
      'reason-id': one.reason,
      ...(one.figures && (kind === 'final' ? inCells(one.figures, wording) : coarseCells(one.figures))),
      ...(shift && secondRoundCells(shift, one.trajectory)),
      source: sources.get(one.trajectory),
    })),
  );
  return tableOf(
    wording.say('tables.sheet.results'),
    [...first, ...figureColumns[kind], ...(shift ? secondRoundColumns : []), ...last],
    rows,
    wording,
  );
}

type Benefit = `benefit-${Criterion}`;

const benefitOf = (criterion: Criterion): Benefit => `benefit-${criterion}`;

const benefitColumns = (kind: ColumnKind) =>
  criteria.map((criterion): readonly [Benefit, ColumnKind] => [benefitOf(criterion), kind]);

const first = [
  ['consultation', 'id'],
  ['domain-id', 'id'],
  ['domain', 'title'],
  ['trajectory-id', 'id'],
  ['trajectory', 'title'],
  ['class-id', 'id'],
  ['verdict', 'title'],
  ['reason-id', 'id'],
] as const;

/** A provisional result has tenths and bands alone: no interval, no exact count. */
const figureColumns = {
  final: [
    ['n', 'whole'],
    ['examined', 'whole'],
    ['dont-know-rate', 'share'],
    ['support', 'share'],
    ['support-low', 'share'],
    ['support-high', 'share'],
    ['opposition', 'share'],
    ['opposition-low', 'share'],
    ['opposition-high', 'share'],
    ['agreement', 'number'],
    ['kept', 'share'],
    ['horizon-n', 'whole'],
    ['horizon-q1', 'title'],
    ['horizon-median', 'title'],
    ['horizon-q3', 'title'],
    ...benefitColumns('share'),
  ],
  provisional: [
    ['n-from', 'whole'],
    ['n-to', 'whole'],
    ['examined-from', 'whole'],
    ['examined-to', 'whole'],
    ['dont-know-rate', 'tenths'],
    ['support', 'tenths'],
    ['opposition', 'tenths'],
    ['kept', 'tenths'],
    ...benefitColumns('tenths'),
  ],
} as const;

const last = [['source', 'id']] as const;

function coarseCells({ n, examined, dontKnowRate, support, opposition, kept, benefits }: Figures) {
  return {
    'n-from': n,
    'n-to': bandFrom(n).to,
    'examined-from': examined,
    'examined-to': bandFrom(examined).to,
    'dont-know-rate': rounded(dontKnowRate),
    support: rounded(support.share),
    opposition: rounded(opposition.share),
    kept: rounded(kept),
    ...benefitCells(benefits),
  };
}

function inCells(figures: Figures, { text }: Wording) {
  const { n, examined, dontKnowRate, support, opposition, agreement, kept, horizon, benefits } = figures;
  return {
    n,
    examined,
    'dont-know-rate': rounded(dontKnowRate),
    support: rounded(support.share),
    'support-low': rounded(support.low),
    'support-high': rounded(support.high),
    opposition: rounded(opposition.share),
    'opposition-low': rounded(opposition.low),
    'opposition-high': rounded(opposition.high),
    agreement: rounded(agreement),
    kept: rounded(kept),
    'horizon-n': horizon?.n,
    'horizon-q1': horizon && text.horizons[horizon.q1],
    'horizon-median': horizon && text.horizons[horizon.median],
    'horizon-q3': horizon && text.horizons[horizon.q3],
    ...benefitCells(benefits),
  };
}

function benefitCells(benefits: Figures['benefits']): Partial<Record<Benefit, Cell>> {
  return Object.fromEntries(
    criteria.map((criterion) => [benefitOf(criterion), rounded(benefits[criterion] ?? 0)]),
  );
}
