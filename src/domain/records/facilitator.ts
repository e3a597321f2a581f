import { z } from 'zod';

/** Somebody who facilitates, on a channel that knows people. */
export const Facilitator = z.strictObject({
  schema: z.literal(1),
  /** A keyed hash of channel and user. */
  id: z.string().min(1),
  version: z.int().min(0),
  /** Codes of the consultations that are theirs. */
  consultations: z.array(z.string()),
  /** By code, the account whose link opened it to them: it is theirs as long as that account may facilitate it. */
  by: z.record(z.string(), z.string()).optional(),
  /** The private conversation in which they can be told something; the id of a `Reference`. */
  reference: z.string().optional(),
});
export type Facilitator = z.infer<typeof Facilitator>;
