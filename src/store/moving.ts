import { z } from 'zod';
import { StoreUnavailable } from './store.ts';

/** What stands in a store into which everything is being moved, until all of it is there. */
export const MoveMark = z.strictObject({
  /** Which installation is moved: a hash of its keys. */
  source: z.string().min(1),
});
export type MoveMark = z.infer<typeof MoveMark>;

/** A move was cut short: a part of everybody is there. `giveUp` says how to empty the place. */
export function halfMoved(place: string, giveUp: string): StoreUnavailable {
  return new StoreUnavailable(
    `A move into ${place} was begun and is not finished: a part of what is moved is there.`,
    `Ask for the same npm run move again: it goes on. Or start on what is moved from, which holds everything, and ${giveUp}.`,
  );
}
