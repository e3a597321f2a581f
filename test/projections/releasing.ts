import { UnderWay } from '#domain/in-memory/under-way.ts';
import type { LiveTalliesParts } from '#projections/live-tallies.ts';

/** A provisional result comes as soon as one may, its figures are not blurred, and no turn is under way. */
export const releasing = (): Pick<LiveTalliesParts, 'drawBit' | 'blurFigure' | 'turns'> => ({
  drawBit: () => 0,
  blurFigure: () => 0,
  turns: new UnderWay(),
});
