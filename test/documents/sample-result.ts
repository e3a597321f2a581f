import type { Result } from '#documents/result.ts';
import type { Stance } from '#domain/participant/ballot.ts';
import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { opinionAmong } from '#scenario/analysis/clusters/opinion.ts';
import { allBallots } from '#scenario/analysis/tally/people.ts';
import { createTally, replace } from '#scenario/analysis/tally/tally.ts';
import { coarseScenario, groupScenario, withOpinion } from '#scenario/group.ts';
import { withShift } from '#scenario/shift.ts';
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
    isSecond = false,
  }: {
    readonly people?: number;
    readonly minGroup?: number;
    readonly kind?: Result['kind'];
    /** After a second round, in which half of the people looked again. */
    readonly isSecond?: boolean;
  } = {},
): Result {
  const key = `${people} ${minGroup} ${isSecond}`;
  const exact = made.get(key) ?? (isSecond ? again : released)(people, minGroup);
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

/** Every other person looks at all views again: on trajectories in turn, they keep theirs, or two in three wish for it more or less. */
function again(people: number, minGroup: number): GroupScenario {
  const tally = createTally(
    catalogue,
    catalogue.domains.map(({ id }) => id),
  );
  const contribution = townspeople(catalogue);
  const all = catalogue.domains.flatMap((domain) => domain.trajectories.map(({ id }) => id));
  for (let i = 0; i < people; i++) {
    const { ballots, ...its } = contribution(i);
    const looked = Object.entries(ballots).map(([id, ballot]) => {
      const { stance } = ballot;
      if (i % 2 === 1 || stance === 'dont-know') return [id, ballot] as const;
      const way = i % 3 === 0 ? 0 : (all.indexOf(id) % 3) - 1;
      return [id, { ...ballot, first: Math.max(-2, Math.min(2, stance - way)) as Stance }] as const;
    });
    replace(tally, `p${i}`, { ...its, ballots: Object.fromEntries(looked) });
  }
  const scenario = released(people, minGroup);
  const round = { openedAt: releasedAt, first: { kind: 'final', at: releasedAt, scenario } } as const;
  return withShift(scenario, tally, round, minGroup);
}
