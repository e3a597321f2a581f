import type { Result } from '#documents/result.ts';
import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { opinionAmong } from '#scenario/analysis/clusters/opinion.ts';
import { allBallots } from '#scenario/analysis/tally/people.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { coarseScenario, groupScenario, withOpinion } from '#scenario/group.ts';
import { visionView } from '#scenario/vision.ts';
import { catalogue, sampleWording } from '../wording/sample.ts';
import { townspeople } from './townspeople.ts';

/** When the sample results were released. */
const releasedAt = '2026-11-20T18:00:00.000Z';

const made = new Map<string, GroupScenario>();

/** The result of so many made-up people of two camps over the real catalogue; the same each time. */
export function sampleResult(
  language: string,
  {
    people = 60,
    minGroup = 5,
    kind = 'final',
  }: { readonly people?: number; readonly minGroup?: number; readonly kind?: Result['kind'] } = {},
): Result {
  const key = `${people} ${minGroup}`;
  const exact = made.get(key) ?? released(people, minGroup);
  made.set(key, exact);
  const scenario = kind === 'final' ? exact : coarseScenario(exact, minGroup, () => 0);
  const wording = sampleWording(language);
  return {
    wording: { ...wording, consultation: { ...wording.consultation, minGroup } },
    kind,
    at: releasedAt,
    scenario,
    vision: visionView({ state: 'released', kind, at: releasedAt, minGroup, scenario }, catalogue),
    quotes: [],
    address: 'https://consultations.example',
  };
}

function released(people: number, minGroup: number): GroupScenario {
  const domains = catalogue.domains.map(({ id }) => id);
  const trajectories = catalogue.domains.flatMap((domain) => domain.trajectories.map(({ id }) => id));
  const tally = createTally(catalogue, domains);
  const contribution = townspeople(catalogue);
  for (let i = 0; i < people; i++) replace(tally, `p${i}`, contribution(i));
  const opinion = opinionAmong({ ballots: allBallots(tally.people), trajectories, minGroup });
  return withOpinion(groupScenario(tally, catalogue, minGroup), opinion);
}
