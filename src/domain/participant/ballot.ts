import { z } from 'zod';

/** The five labelled points, from "very undesirable" to "very desirable". */
export const stances = [-2, -1, 0, 1, 2] as const;
export const Stance = z.union([z.literal(-2), z.literal(-1), z.literal(0), z.literal(1), z.literal(2)]);
export type Stance = z.infer<typeof Stance>;

/** When a person thinks the trajectory will be part of life here; ordered, `never` last. */
export const horizons = ['now', 'under-5', '5-to-10', 'over-10', 'never'] as const;
export const Horizon = z.enum(horizons);
export type Horizon = z.infer<typeof Horizon>;

/** The six criteria of the method. */
export const criteria = [
  'quality-of-life',
  'environment',
  'jobs',
  'performance',
  'resilience',
  'openness',
] as const;
export const Criterion = z.enum(criteria);
export type Criterion = z.infer<typeof Criterion>;

/** The longest condition or concern, in characters. */
export const longestRemark = 400;

/** Words of one's own as a condition or a concern may hold them. */
export const asRemark = (words: string): string => words.slice(0, longestRemark).toWellFormed();

/** What a second look at the result made of a view: the stance of before it, kept or changed since. */
const SecondLook = z.strictObject({
  first: z.union([Stance, z.literal('dont-know')]),
  /** Why they kept it or changed it. */
  reason: z.string().min(1).max(longestRemark).optional(),
  /** Those who facilitate may read the reason, without knowing whose it is. */
  shared: z.literal(true).optional(),
});

/** One person's view of one trajectory. */
export const Ballot = z.strictObject({
  stance: z.union([Stance, z.literal('dont-know')]),
  /** Absent: not said. */
  horizon: z.union([Horizon, z.literal('dont-know')]).optional(),
  kept: z.boolean(),
  benefits: z.array(Criterion).max(2),
  condition: z.string().min(1).max(longestRemark).optional(),
  concern: z.string().min(1).max(longestRemark).optional(),
  /** Those who facilitate may read the condition and the concern, without knowing whose they are. */
  shared: z.literal(true).optional(),
  /** Absent: it was not looked at again in a second round. */
  second: SecondLook.optional(),
  /** It was first given when an exact result stood already, which does not have it. */
  late: z.literal(true).optional(),
});
export type Ballot = z.infer<typeof Ballot>;
