import { z } from 'zod';
import { Stance } from '../participant/ballot.ts';

/**
 * What one device answered in one round, both times. Its id is the round's and a hash of the device's key with the session's secret
 * and the round: two rounds are not told to be of one device. It is erased when the session ends.
 */
export const LiveVote = z.strictObject({
  schema: z.literal(1),
  id: z.string().min(1),
  version: z.int().min(0),
  /** The consultation's code. */
  consultation: z.string().min(1),
  session: z.string().min(1),
  round: z.string().min(1),
  first: Stance.optional(),
  second: Stance.optional(),
});
export type LiveVote = z.infer<typeof LiveVote>;

/** What one device answered, whosever it is. */
export type Answered = Pick<LiveVote, 'first' | 'second'>;
