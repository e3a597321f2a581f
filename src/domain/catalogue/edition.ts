import { z } from 'zod';

/** What a catalogue asked in one of its editions, kept so that answers given to it stay understood. */
export const Edition = z.strictObject({
  schema: z.literal(1),
  /** As `Catalogue.edition`. */
  id: z.string().min(1),
  version: z.int().min(0),
  /** As `Catalogue.prints`. */
  prints: z.record(z.string(), z.string()),
});
export type Edition = z.infer<typeof Edition>;
