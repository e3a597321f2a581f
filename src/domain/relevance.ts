import type { Condition, Domain, Signal, Trajectory } from './catalogue.ts';
import { type Answers, holds, named } from './visible.ts';

/** How many trajectories of a domain a person examines unless they ask for more. */
export const examinedByDefault = 4;

/** The answer that speaks most for a trajectory: the options or the point (1..5) given to a question. */
export interface Because {
  readonly question: string;
  readonly options?: string[];
  readonly point?: number;
}

export interface Ranked {
  readonly trajectory: Trajectory;
  readonly score: number;
  readonly because?: Because;
}

/** The trajectories of a domain, the most relevant to these answers first; equals in an order drawn by the seed. */
export function rank(domain: Domain, answers: Answers, seed: number): readonly Ranked[] {
  return domain.trajectories
    .map((trajectory) => ({ ranked: weigh(trajectory, answers), draw: draw(seed, trajectory.id) }))
    .sort((a, b) => b.ranked.score - a.ranked.score || a.draw - b.draw)
    .map(({ ranked }) => ranked);
}

function weigh(trajectory: Trajectory, answers: Answers): Ranked {
  const met = trajectory.signals.filter(({ when }) => holds(when, answers));
  const strongest = met.reduce<Signal | undefined>(
    (best, it) => (best && best.weight >= it.weight ? best : it),
    undefined,
  );
  const score = met.reduce((sum, { weight }) => sum + weight, 0);
  const because = strongest && reason(strongest.when, answers);
  return { trajectory, score, ...(because && { because }) };
}

function reason(when: Condition, answers: Answers): Because | undefined {
  const answer = answers[when.question];
  if (answer === undefined) return undefined;
  if ('is' in when)
    return { question: when.question, options: named(answer).filter((id) => when.is.includes(id)) };
  return answer.kind === 'scale' ? { question: when.question, point: answer.value } : undefined;
}

/** A number in 0..2^32 drawn from a seed and an id: FNV-1a, then an avalanche so that seeds close by differ. */
function draw(seed: number, id: string): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  return (hash ^ (hash >>> 13)) >>> 0;
}
