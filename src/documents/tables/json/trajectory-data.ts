import type { Result } from '#documents/result.ts';
import { trajectoryOf } from '#domain/catalogue/trajectory-of.ts';
import { bandFrom } from '#domain/results/band.ts';
import type { Figures, GroupTrajectory } from '#domain/results/group-scenario.ts';
import { trajectoryTitle } from '#wording/titles.ts';
import { rounded } from '../table.ts';
import type { CoarseFigures } from './coarse-form.ts';
import type { ResultForm } from './result-form.ts';

type TrajectoryData = ResultForm['domains'][number]['trajectories'][number];

/** One trajectory as data: exact figures of a final result, tenths and bands of a provisional one. */
export function trajectoryData(
  { trajectory: id, class: verdict, reason, figures }: GroupTrajectory,
  { wording, kind }: Result,
): TrajectoryData {
  const found = trajectoryOf(wording.catalogue, id);
  if (found === undefined)
    throw new Error(`The catalogue ${wording.catalogue.edition} has no trajectory ${id}`);
  return {
    id,
    title: trajectoryTitle(wording, id),
    source: found.source,
    orientation: found.orientation,
    class: verdict,
    ...(reason && { reason }),
    ...(figures && { figures: kind === 'final' ? exact(figures) : coarse(figures) }),
  };
}

function coarse({ n, examined, dontKnowRate, support, opposition, kept, benefits }: Figures): CoarseFigures {
  return {
    ...{ n: bandFrom(n), examined: bandFrom(examined), dontKnowRate: rounded(dontKnowRate) },
    ...{ support: rounded(support.share), opposition: rounded(opposition.share), kept: rounded(kept) },
    benefits: shares(benefits),
  };
}

function exact({ n, examined, horizon, benefits, ...its }: Figures): TrajectoryData['figures'] {
  const { dontKnowRate, support, opposition, agreement, kept } = its;
  return {
    n,
    examined,
    dontKnowRate: rounded(dontKnowRate),
    support: interval(support),
    opposition: interval(opposition),
    agreement: rounded(agreement),
    kept: rounded(kept),
    ...(horizon && { horizon }),
    benefits: shares(benefits),
  };
}

const shares = (benefits: Figures['benefits']) => ({
  'quality-of-life': rounded(benefits['quality-of-life']),
  environment: rounded(benefits.environment),
  jobs: rounded(benefits.jobs),
  performance: rounded(benefits.performance),
  resilience: rounded(benefits.resilience),
  openness: rounded(benefits.openness),
});

const interval = ({ share, low, high }: Figures['support']) => ({
  share: rounded(share),
  low: rounded(low),
  high: rounded(high),
});
