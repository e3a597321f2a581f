import type { Result } from '#documents/result.ts';
import { minGroups } from '#domain/consultation/consultation.ts';
import type { Figures, GroupTrajectory } from '#domain/results/group-scenario.ts';
import { consultationNames, domainTitle, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { licence, method } from '../open-data/provenance.ts';
import { rounded } from '../table.ts';
import { type ResultForm, resultFormAddress } from './result-form.ts';
import { visionData } from './vision-data.ts';

/** A released result as JSON (UTF-8), in the form that `resultSchema` describes. */
export function json(result: Result): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(dataOf(result), null, 2)}\n`);
}

function dataOf(result: Result): ResultForm {
  const { wording, at, scenario } = result;
  const { consultation, catalogue, language, text } = wording;
  const { title, territory, controller } = consultationNames(wording);
  const { id: code, minGroup, opensAt, closesAt } = consultation;
  const { opinion } = scenario;
  return {
    $schema: resultFormAddress,
    language,
    generated: at,
    minGroup,
    // What may be published, and that alone, is open.
    ...(minGroup >= minGroups.public && { licence }),
    source: {
      producer: controller,
      catalogue: { id: catalogue.id, version: catalogue.version, edition: catalogue.edition },
    },
    method: [...method],
    consultation: { code, title, territory, opensAt, ...(closesAt !== undefined && { closesAt }) },
    participants: {
      count: scenario.n,
      selfSelected: true,
      roles: counted(scenario.who.roles, text.roles),
      territories: counted(scenario.who.territories, text.territories),
    },
    domains: scenario.domains.map(({ domain, n, trajectories }) => ({
      id: domain,
      title: domainTitle(wording, domain),
      participants: n,
      trajectories: trajectories.map((one) => trajectoryData(one, wording)),
    })),
    ...(opinion && {
      opinionGroups: opinion.groups.map(({ n, typical }) => ({
        count: n,
        typical: typical.map(({ trajectory, side, inside, outside }) => ({
          trajectory,
          side,
          inside: rounded(inside),
          outside: rounded(outside),
        })),
      })),
    }),
    vision: visionData(result),
  };
}

const counted = (counts: Readonly<Record<string, number | null>>, titles: Readonly<Record<string, string>>) =>
  Object.entries(counts).map(([id, count]) => ({ id, title: titles[id] ?? id, count }));

type TrajectoryData = ResultForm['domains'][number]['trajectories'][number];

function trajectoryData(
  { trajectory: id, class: verdict, reason, figures }: GroupTrajectory,
  wording: Wording,
): TrajectoryData {
  const found = wording.catalogue.domains
    .flatMap(({ trajectories }) => trajectories)
    .find((one) => one.id === id);
  if (found === undefined)
    throw new Error(`The catalogue ${wording.catalogue.edition} has no trajectory ${id}`);
  return {
    id,
    title: trajectoryTitle(wording, id),
    source: found.source,
    orientation: found.orientation,
    class: verdict,
    ...(reason && { reason }),
    ...(figures && { figures: figuresData(figures) }),
  };
}

function figuresData({ n, examined, horizon, benefits, ...shares }: Figures): TrajectoryData['figures'] {
  const { dontKnowRate, support, opposition, agreement, kept } = shares;
  return {
    n,
    examined,
    dontKnowRate: rounded(dontKnowRate),
    support: interval(support),
    opposition: interval(opposition),
    agreement: rounded(agreement),
    kept: rounded(kept),
    ...(horizon && { horizon }),
    benefits: {
      'quality-of-life': rounded(benefits['quality-of-life']),
      environment: rounded(benefits.environment),
      jobs: rounded(benefits.jobs),
      performance: rounded(benefits.performance),
      resilience: rounded(benefits.resilience),
      openness: rounded(benefits.openness),
    },
  };
}

const interval = ({ share, low, high }: Figures['support']) => ({
  share: rounded(share),
  low: rounded(low),
  high: rounded(high),
});
