import { z } from 'zod';

/** What becomes of a text that its author allowed to be read. */
export const marks = ['quote', 'aside'] as const;
export type Mark = (typeof marks)[number];

/** Reasons that are often given for each; there are others, in words. */
export const reasons = {
  quote: ['representative', 'telling', 'rare'],
  aside: ['identifying', 'off-topic', 'unlawful'],
} as const;

/** The longest reason for a mark, in characters. */
export const longestReason = 200;

/** A facilitator's decision on one text: nothing is published without it, and it says why. The text itself stays with its author. */
export const TextMark = z.strictObject({
  schema: z.literal(1),
  /** A hash of whose text it is, what it is about and what it says: a text that is changed has no mark. */
  id: z.string().min(1),
  version: z.int().min(0),
  consultation: z.string().min(1),
  mark: z.enum(marks),
  /** One of `reasons`, or words. */
  reason: z.string().min(1).max(longestReason),
  at: z.iso.datetime(),
  /** The account of whoever decided. */
  by: z.string().min(1),
});
export type TextMark = z.infer<typeof TextMark>;
