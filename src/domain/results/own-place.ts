import { z } from 'zod';

/** A trajectory on which most people stand for certain on one side, and the person on either. */
const Stand = z.strictObject({
  trajectory: z.string(),
  /** The person's. */
  side: z.enum(['for', 'against']),
  /** Of n people who gave a stance, the share (0..1) of those on the side where most of them are. */
  n: z.int(),
  share: z.number(),
});

/** How many of what tells people apart the person sees as those do whom they are near to, of so many that they examined. */
const Alike = { alike: z.int(), of: z.int() };

/** Where somebody stands beside a group's result: from their own ballots and the shown result alone. Plain data, no wording. */
export const OwnPlace = z.strictObject({
  /**
   * Among the ways of seeing, or between the two ends of opinion that is spread out; absent: the result tells of neither. `group`: by
   * its place in the result; `end`: by the trajectory that tells its people best; `between`: clearly nearer to none; `too-few`: they
   * examined too few of the trajectories that tell people apart.
   */
  near: z
    .discriminatedUnion('to', [
      z.strictObject({ to: z.literal('group'), group: z.int(), ...Alike }),
      z.strictObject({
        to: z.literal('end'),
        trajectory: z.string(),
        side: z.enum(['for', 'against']),
        ...Alike,
      }),
      z.strictObject({ to: z.literal('between'), among: z.enum(['groups', 'ends']) }),
      z.strictObject({ to: z.literal('too-few') }),
    ])
    .optional(),
  /** Where they stand as most people do; the widest agreement first. */
  shared: z.array(Stand),
  /** Where they stand otherwise than most people; the widest agreement of the others first. */
  apart: z.array(Stand),
});
export type OwnPlace = z.infer<typeof OwnPlace>;
