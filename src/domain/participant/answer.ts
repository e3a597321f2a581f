import { z } from 'zod';

/** The longest text a person may leave, in characters. */
export const longestText = 1000;

/** What a person answered to one question. "I don't know" and "skip" are answers of their own, never a value. */
export const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), value: z.string() }),
  z.strictObject({ kind: z.literal('multi'), values: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal('scale'), value: z.int().min(1).max(5) }),
  z.strictObject({
    kind: z.literal('text'),
    value: z.string().min(1).max(longestText),
    /** Those who facilitate may read it, without knowing whose it is. */
    shared: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('dont-know') }),
  z.strictObject({ kind: z.literal('skipped') }),
]);
export type Answer = z.infer<typeof Answer>;
