import { z } from 'zod';
import { AccountRole, longestName } from './account.ts';

/** A one-time link into the facilitator's space: gone once it is used. */
export const SignInLink = z.strictObject({
  schema: z.literal(2),
  /** A hash of its secret: whoever reads the store cannot enter by it. */
  id: z.string().min(1),
  version: z.int().min(0),
  expiresAt: z.iso.datetime(),
  /** Whom it is for: somebody new, somebody of the team on another device, or whoever starts the program. */
  to: z.discriminatedUnion('who', [
    z.strictObject({
      who: z.literal('new'),
      name: z.string().min(1).max(longestName),
      /** What it opens, as for an account. */
      role: AccountRole.optional(),
      roles: z.record(z.string(), AccountRole),
      /** The account that made it: it opens only what they may still give. Absent: it was made before. */
      by: z.string().optional(),
    }),
    z.strictObject({ who: z.literal('account'), account: z.string() }),
    z.strictObject({ who: z.literal('operator') }),
  ]),
});
export type SignInLink = z.infer<typeof SignInLink>;
