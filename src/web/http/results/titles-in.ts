import { trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

/** What a trajectory is called in the latest of several catalogues that have it; they come from the earliest on. */
export function titlesIn(wordings: readonly Wording[]): (trajectory: string) => string {
  return (id) => {
    const latest = wordings.findLast(({ text }) => text.trajectories[id] !== undefined);
    return latest === undefined ? id : trajectoryTitle(latest, id);
  };
}
