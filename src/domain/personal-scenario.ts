import { z } from 'zod';
import { Ballot } from './ballot.ts';
import { DomainId } from './domains.ts';

/** Step 4 of the method: per domain, what a person keeps, by when, for which benefit, under which condition. */
export const PersonalScenario = z.strictObject({
  domains: z.array(
    z.strictObject({
      domain: DomainId,
      examined: z.int(),
      /** Kept trajectories with the person's ballot, the most wanted first. */
      kept: z.array(z.strictObject({ trajectory: z.string(), ballot: Ballot })),
      /** Examined and not kept, by how the person stands. */
      welcomed: z.array(z.string()),
      undecided: z.array(z.string()),
      unwelcome: z.array(z.string()),
    }),
  ),
});
export type PersonalScenario = z.infer<typeof PersonalScenario>;
