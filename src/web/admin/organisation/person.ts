import { z } from 'zod';

/** Somebody as their organisation describes them. */
export interface Person {
  /** Who says so, and the person's own name there: never given to another. */
  readonly issuer: string;
  readonly subject: string;
  /** In lower case. */
  readonly email?: string;
  /** Absent: the organisation does not say. */
  readonly verified?: boolean;
  readonly name: string;
}

/** Reads the claims of an ID token, with those of the userinfo endpoint when it was asked; nothing when they are none. */
export function personOf(token: unknown, info: unknown = {}): Person | undefined {
  const identity = Identity.safeParse(token).data;
  if (identity === undefined) return undefined;
  const [own, further] = [Claims.parse(token), Claims.parse(info)];
  // An address and the word about it come from one place.
  const { email, email_verified: verified } = own.email === undefined ? further : own;
  const name = [own, further].map(called).find(Boolean) ?? email;
  return {
    issuer: identity.iss,
    subject: identity.sub,
    ...(email !== undefined && { email }),
    ...(verified !== undefined && { verified }),
    name: name ?? identity.sub,
  };
}

const text = z.string().trim().min(1).optional().catch(undefined);
const Identity = z.object({ iss: z.string().min(1), sub: z.string().min(1) });
const Claims = z.object({
  // Checked before it is put in lower case: some letters of other alphabets turn into plain ones.
  email: z
    .email()
    .transform((address) => address.toLowerCase())
    .optional()
    .catch(undefined),
  email_verified: z
    .union([z.boolean(), z.literal('true').transform(() => true)])
    .optional()
    .catch(false),
  name: text,
  given_name: text,
  family_name: text,
  // What ProConnect calls it.
  usual_name: text,
});

const called = ({ name, given_name, family_name, usual_name }: z.infer<typeof Claims>): string =>
  name ?? [given_name, usual_name ?? family_name].filter(Boolean).join(' ');
