import type { WorkshopProblem } from '#domain/results/judge-workshop-result.ts';
import { trajectoryTitle } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** What is wrong with what a table says, in a sentence. */
export function workshopProblem({ code, facts }: WorkshopProblem, wording: Wording): string {
  const { say } = wording;
  if (code === 'unknown') return say('api.wrong.unknown', facts);
  const { trajectory, ...others } = facts;
  const title = trajectory === undefined ? {} : { title: trajectoryTitle(wording, `${trajectory}`) };
  return say(`workshop-kit.problem.${code}`, { ...others, ...title });
}
