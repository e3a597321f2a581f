import { isKnown, type KnownTrajectory } from '#domain/results/group-scenario.ts';
import { figureWords } from '#wording/figure-words.ts';
import { verdictOf } from '#wording/group-lines.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import type { Result } from '../result.ts';
import type { Block } from './block.ts';

/** A domain of a provisional result as a table of tenths and bands: no interval, no exact count. */
export function coarseTable(
  { domain, trajectories }: Result['scenario']['domains'][number],
  { wording, kind }: Result,
): readonly Block[] {
  const known = trajectories.filter(isKnown);
  if (known.length === 0) return [];
  const { say } = wording;
  const figures = figureWords(kind, wording);
  const row = (one: KnownTrajectory) => {
    const { n, support, opposition, dontKnowRate, kept } = one.figures;
    const shares = [support.share, opposition.share, dontKnowRate, kept].map(figures.share);
    return [trajectoryTitle(wording, one.trajectory), verdictOf(one, wording), figures.count(n), ...shares];
  };
  return [
    {
      kind: 'table',
      title: say('report.stances-table', { domain: domainTitle(wording, domain) }),
      head: ['trajectory', 'verdict', 'voices', 'favour', 'against', 'unsure', 'kept'].map((key) =>
        say(`report.column.${key}`),
      ),
      widths: [30, 16, 11, 14, 14, 14, 14],
      rows: known.map(row),
    },
  ];
}
