import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';

/** How far a consultation is: people, never what they said. `null`: fewer than a facilitator may be shown. */
export const Participation = z.strictObject({
  /** People who took part: those who chose to, or, of a channel's own count, those with at least one view of a trajectory. */
  took: z.int().min(0),
  domains: z.array(z.strictObject({ domain: DomainId, n: z.int().nullable() })),
  /** By role, several a person. */
  roles: z.record(z.string(), z.int().nullable()),
});
export type Participation = z.infer<typeof Participation>;
