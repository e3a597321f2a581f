import { criteria, horizons, stances } from '#domain/ballot.ts';
import type { CountedBallot } from './contribution.ts';

/** Where the counts of one trajectory stand in its row: stances, then don't know, horizons, criteria, kept. */
export const places = {
  stances: 0,
  dontKnow: stances.length,
  horizons: stances.length + 1,
  benefits: stances.length + 1 + horizons.length,
  kept: stances.length + 1 + horizons.length + criteria.length,
  width: stances.length + 2 + horizons.length + criteria.length,
} as const;

const bits = places.width;

/** A ballot on the trajectory of this number, as one small integer: one bit a count it enters, the number above them. */
export function pack(trajectory: number, { stance, horizon, kept, benefits }: CountedBallot): number {
  let packed = trajectory << bits;
  packed |= 1 << (stance === 'dont-know' ? places.dontKnow : places.stances + stances.indexOf(stance));
  if (horizon !== undefined && horizon !== 'dont-know')
    packed |= 1 << (places.horizons + horizons.indexOf(horizon));
  for (const criterion of benefits) packed |= 1 << (places.benefits + criteria.indexOf(criterion));
  if (kept) packed |= 1 << places.kept;
  return packed;
}

/** The number of the trajectory that a packed ballot is on. */
export const trajectoryOf = (packed: number) => packed >>> bits;

/** Adds a packed ballot's counts (or takes them away: -1) to the row of its trajectory. */
export function count(row: Int32Array, packed: number, by: 1 | -1): void {
  for (let place = 0; place < bits; place++) {
    if (packed & (1 << place)) row[place] = (row[place] ?? 0) + by;
  }
}
