import { z } from 'zod';

/**
 * How long answers are kept, as people read it before they agree: so many months after the closing day, or after the
 * last answer where there is none. What somebody has read holds: it may only become shorter.
 */
export const Promised = z.strictObject({
  /** The day, where the consultation is held, on which answers are gone. */
  eraseOn: z.iso.date().optional(),
  /** Months after the last answer. */
  monthsAfterAnswer: z.int().min(1).optional(),
});
export type Promised = z.infer<typeof Promised>;
