import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';

/** People; `null`: fewer than may be shown, or what would tell of those. */
const Count = z.int().min(0).nullable();

/** How a consultation goes: who came, how far they went, where they stopped; never what anybody said. */
export const ParticipationView = z.strictObject({
  /** People who agreed to take part. */
  starts: z.int().min(0),
  finished: z.strictObject({
    /** At least one domain. */
    one: Count,
    /** Every domain they began, and at least one. */
    begun: Count,
    /** Every domain of the consultation. */
    all: Count,
  }),
  /** `begun`: those who are done are among them. */
  domains: z.array(z.strictObject({ domain: DomainId, begun: Count, done: Count })),
  /** Several a person. */
  roles: z.record(z.string(), Count),
  /** Of those who said where they live. */
  territories: z.record(z.string(), Count),
  /** In order, the days on which people came; days with too few are taken together. */
  days: z.array(z.strictObject({ from: z.string(), to: z.string(), n: z.int().min(1) })),
  /** Questions and trajectories in the catalogue's order. */
  items: z.array(
    z.strictObject({
      item: z.string(),
      domain: DomainId,
      /** People who were asked it: the sum of the four that follow. */
      reached: Count,
      answered: Count,
      skipped: Count,
      dontKnow: Count,
      /** Where they stand now, or stopped for good. */
      stopped: Count,
    }),
  ),
  /** Time given by the n who finished a domain, in whole minutes (the last: 120 and more); `null`: too few. */
  minutes: z
    .strictObject({ n: Count, q1: z.int(), median: z.int(), q3: z.int(), atMost: z.literal(120) })
    .nullable(),
  /** Replies that were not understood, from most people on: at an item, or at `consent`, `profile`, `menu`, `titles`. */
  unclear: z.array(z.strictObject({ item: z.string(), people: Count, replies: Count })),
});
export type ParticipationView = z.infer<typeof ParticipationView>;
