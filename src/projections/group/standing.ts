import type { ResultState } from '#domain/results/group-scenario.ts';
import type { Standing } from '#scenario/release/group-view.ts';

/** Of what stands here and what is stored, the later results; a provisional one of before a final one is over. */
export function laterStanding(ours: Standing, stored: Standing): Standing {
  const final = later(ours.final, stored.final);
  const provisional = later(ours.provisional, stored.provisional);
  const isOver = final !== undefined && provisional !== undefined && provisional.at <= final.at;
  return { ...(provisional && !isOver && { provisional }), ...(final && { final }) };
}

/** The later of two results; of the same one, that with opinion groups. */
function later(ours: ResultState | undefined, stored: ResultState | undefined): ResultState | undefined {
  if (ours === undefined || stored === undefined) return ours ?? stored;
  if (stored.at !== ours.at) return stored.at > ours.at ? stored : ours;
  return ours.scenario.opinion === undefined ? stored : ours;
}
