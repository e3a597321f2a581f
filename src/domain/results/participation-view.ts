import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';
import { DeviceCounts } from './device-counts.ts';
import { Parts } from './part-of.ts';

const Count = z.int().min(0);

/**
 * How a consultation goes: who came, how far they went, where they stopped; never what anybody said. It tells no opinion: numbers are
 * exact, and those of this moment. Only who people are (roles, kinds of territory) keeps small groups unnamed.
 */
export const ParticipationView = z.strictObject({
  /** People who gave at least one view of a trajectory: the number that everything else calls "people who took part". */
  took: Count,
  /** People who agreed to take part, those who gave no view yet among them. */
  starts: Count,
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
  /** Of all who started; several a person. */
  roles: Parts,
  /** Of all who started; some do not say where they live. */
  territories: Parts,
  /** Of all who started; absent where answers were erased before it was counted. */
  devices: DeviceCounts.optional(),
  /** In order, the days on which people came. */
  days: z.array(z.strictObject({ day: z.string(), n: z.int().min(1) })),
  /** Questions and trajectories in the catalogue's order. */
  items: z.array(
    z.strictObject({
      item: z.string(),
      domain: DomainId,
      /** People who were asked it: the sum of the three that follow. */
      reached: Count,
      /** "I don't know" is an answer. */
      answered: Count,
      skipped: Count,
      /** Where they stand now, or stopped for good. */
      stopped: Count,
    }),
  ),
  /** Time given by the n who finished a domain, in whole minutes (the last: 120 and more); `null`: nobody did. */
  minutes: z
    .strictObject({ n: Count, q1: z.int(), median: z.int(), q3: z.int(), atMost: z.literal(120) })
    .nullable(),
  /** Replies that were not understood, from most people on: at an item, or at `consent`, `profile`, `menu`, `titles`. */
  unclear: z.array(z.strictObject({ item: z.string(), people: Count, replies: Count })),
});
export type ParticipationView = z.infer<typeof ParticipationView>;
