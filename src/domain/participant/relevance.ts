import type { Condition, Domain, Signal, Trajectory } from '../catalogue/catalogue.ts';
import type { Participant } from './participant.ts';
import { holds, optionsIn } from './visible.ts';

/** What counts as one signal of this weight: living in a kind of territory where the trajectory bites. */
const territoryWeight = 2;

/** What speaks most for a trajectory: options or a point (1..5) given to a question, roles, or where the person lives. */
export type Because =
  | { readonly question: string; readonly options?: string[]; readonly point?: number }
  | { readonly roles: string[] }
  | { readonly territory: string };

export type Described = Pick<Participant, 'answers' | 'profile' | 'seed'>;

/** The trajectories of a domain, the most relevant to this person first; equals in an order drawn by their seed. */
export function rank(domain: Domain, person: Described): readonly Trajectory[] {
  return domain.trajectories
    .map((trajectory) => ({
      trajectory,
      score: relevance(trajectory, person),
      draw: draw(person.seed, trajectory.id),
    }))
    .sort((a, b) => b.score - a.score || a.draw - b.draw)
    .map(({ trajectory }) => trajectory);
}

/** The weights of what speaks for it, added up. */
export function relevance(trajectory: Trajectory, person: Described): number {
  return reasons(trajectory, person).reduce((sum, { weight }) => sum + weight, 0);
}

/** What speaks most for it; the first declared among equals. */
export function because(trajectory: Trajectory, person: Described): Because | undefined {
  return reasons(trajectory, person).toSorted((a, b) => b.weight - a.weight)[0]?.why;
}

interface Reason {
  readonly weight: number;
  readonly why: Because;
}

function reasons({ signals, territories }: Trajectory, person: Described): readonly Reason[] {
  const met = signals.flatMap(({ when, weight }) => {
    const why = meets(when, person);
    return why === undefined ? [] : [{ weight, why }];
  });
  const territory = person.profile?.territory;
  if (territory === undefined || !territories.includes(territory)) return met;
  return [...met, { weight: territoryWeight, why: { territory } }];
}

function meets(when: Signal['when'], { answers, profile }: Described): Because | undefined {
  if ('roles' in when) {
    const roles = profile === undefined || profile.roles === 'declined' ? [] : profile.roles;
    const theirs = roles.filter((role) => when.roles.includes(role));
    return theirs.length > 0 ? { roles: theirs } : undefined;
  }
  return holds(when, answers) ? answered(when, answers) : undefined;
}

function answered(when: Condition, answers: Described['answers']): Because | undefined {
  const answer = answers[when.question];
  if (answer === undefined) return undefined;
  if ('is' in when)
    return { question: when.question, options: optionsIn(answer).filter((id) => when.is.includes(id)) };
  return answer.kind === 'scale' ? { question: when.question, point: answer.value } : undefined;
}

/** A number in 0..2^32 drawn from a seed and an id: FNV-1a, then an avalanche so that seeds close by differ. */
export function draw(seed: number, id: string): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  return (hash ^ (hash >>> 13)) >>> 0;
}
