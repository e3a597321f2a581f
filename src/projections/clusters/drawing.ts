import { setTimeout as pause } from 'node:timers/promises';
import type { Opinion } from '#domain/results/group-scenario.ts';
import type { Ballots } from '#scenario/analysis/clusters/ballots.ts';
import type { DrawClusters } from './draw-clusters.ts';

/** After drawing opinion groups, a rest of so many times what it took. */
const rests = 5;

/**
 * Draws the opinion groups of one consultation, one after the other: of what is asked for meanwhile, the latest only.
 * `done` and `failed` are told as it goes.
 */
export function createDrawing(
  draw: DrawClusters,
  done: (opinion: Opinion) => Promise<void>,
  failed: (error: unknown) => void,
): (ballots: Ballots) => void {
  let wanted: Ballots | undefined;
  let drawing = false;
  const all = async () => {
    drawing = true;
    for (let ballots = wanted; ballots !== undefined; ballots = wanted) {
      wanted = undefined;
      const began = performance.now();
      await draw(ballots)
        .then((opinion) => opinion && done(opinion))
        .catch(failed);
      await pause(rests * (performance.now() - began), undefined, { ref: false });
    }
    drawing = false;
  };
  return (ballots) => {
    wanted = ballots;
    if (!drawing) void all();
  };
}
