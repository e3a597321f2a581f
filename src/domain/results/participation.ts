import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';
import { DeviceCounts } from './device-counts.ts';
import { Parts } from './part-of.ts';

/** How far a consultation is: people, never what they said. */
export const Participation = z.strictObject({
  /** People with at least one view of a trajectory. */
  took: z.int().min(0),
  /** Of those, the people with one in each domain. */
  domains: z.array(z.strictObject({ domain: DomainId, n: z.int().min(0) })),
  /** By role, several a person. */
  roles: Parts,
  /** By what they began on, where it is counted. */
  devices: DeviceCounts.optional(),
});
export type Participation = z.infer<typeof Participation>;
