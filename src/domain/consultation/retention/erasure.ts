import { z } from 'zod';
import { Participation } from '../../results/participation.ts';
import { ParticipationView } from '../../results/participation-view.ts';

/** The answers of a consultation are erased for good; what stays of them tells of nobody. */
export const Erasure = z.strictObject({
  /** From here on nothing of anybody is taken in, and what is there goes. */
  beganAt: z.iso.datetime(),
  /** Absent: a start goes on with it. */
  doneAt: z.iso.datetime().optional(),
  /** How many had taken part, and how it had gone, as it was last told. */
  took: Participation,
  participation: ParticipationView,
});
export type Erasure = z.infer<typeof Erasure>;
