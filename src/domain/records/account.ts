import { z } from 'zod';

/** What somebody may do in the facilitator's space, from the least to the most. */
export const roles = ['reader', 'facilitator', 'owner'] as const;
export const AccountRole = z.enum(roles);
export type AccountRole = z.infer<typeof AccountRole>;

/** Whether a role allows what another one does. */
export const allows = (role: AccountRole, least: AccountRole): boolean =>
  roles.indexOf(role) >= roles.indexOf(least);

/** The longest name of a person, in characters. */
export const longestName = 80;

/** Somebody of the team, who enters the facilitator's space. */
export const Account = z.strictObject({
  schema: z.literal(2),
  /** Drawn; of those who come in by their organisation's account, a keyed hash of the issuer and the person. */
  id: z.string().min(1),
  version: z.int().min(0),
  name: z.string().min(1).max(longestName),
  /** In every consultation, those to come included; absent: in none but those of `roles`. */
  role: AccountRole.optional(),
  /** By the consultation's code, beside that. */
  roles: z.record(z.string(), AccountRole),
  createdAt: z.iso.datetime(),
  /** When they had seen the tour of the space, or passed over it. */
  touredAt: z.iso.datetime().optional(),
  /** Sessions begun before are over. */
  sessionsFrom: z.iso.datetime(),
});
export type Account = z.infer<typeof Account>;
