import { type Ballot, criteria, horizons } from '#domain/participant/ballot.ts';
import { ownPlace } from '#scenario/own-place.ts';
import { besideGroup, personalScenario } from '#scenario/personal.ts';
import { newPerson } from '#test/conversations/world.ts';
import { sampleResult } from '#test/documents/sample-result.ts';
import type { PersonalPaper } from '#web/public/personal/personal-paper.ts';

/** The scenario of somebody who keeps the first so many trajectories of each domain, beside a group of sixty. */
export function keeperOf(
  many: number,
  language: string,
  kind: PersonalPaper['kind'] = 'final',
): PersonalPaper {
  const { wording, at, scenario: group } = sampleResult(language, { kind });
  const kept = wording.catalogue.domains.flatMap(({ trajectories }) => trajectories.slice(0, many));
  const ballots = Object.fromEntries(
    kept.map(({ id }, i): [string, Ballot] => [
      id,
      {
        stance: i % 2 === 0 ? 2 : 1,
        kept: true,
        horizon: horizons[i % 4] ?? 'now',
        benefits: [criteria[i % 6] ?? 'jobs'],
        ...(i === 0 && { condition: 'Si les bus attendent <les trains>' }),
      },
    ]),
  );
  const scenario = personalScenario(newPerson({ ballots }), wording.catalogue);
  const beside = besideGroup(scenario, { state: 'released', kind, at, minGroup: 5, scenario: group });
  return { scenario, beside, place: ownPlace(ballots, group), kind, at, wording };
}
