import { z } from 'zod';

/** Shares of the people of a territory, in per cent, by category; a category that nobody knows the share of stands nowhere. */
const Shares = z.record(z.string(), z.number().min(0).max(100));

/** The town's own figures, beside which who took part is told. Nothing is computed from them: answers are not weighted. */
export const TownFigures = z.strictObject({
  /** Who counted, and when: "Insee 2021". */
  source: z.string().min(1),
  /** Somebody may have several roles. */
  roles: Shares,
  /** Each lives in one kind of place: together they make 100. */
  territories: Shares,
});
export type TownFigures = z.infer<typeof TownFigures>;
