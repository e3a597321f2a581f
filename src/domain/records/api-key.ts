import { z } from 'zod';

/** What a key of the programming interface may be allowed; each opens some of its routes. */
export const scopes = [
  'consultations:read',
  'consultations:write',
  'results:read',
  'texts:read',
  'exports:read',
  'publish',
  'journal:read',
] as const;
export const Scope = z.enum(scopes);
export type Scope = z.infer<typeof Scope>;

/** The longest name of a key, in characters. */
export const longestKeyName = 60;

/** A key of the programming interface, given to another program. */
export const ApiKey = z.strictObject({
  schema: z.literal(1),
  /** A hash of the key: whoever reads the store cannot use it. */
  id: z.string().min(1),
  version: z.int().min(0),
  name: z.string().min(1).max(longestKeyName),
  scopes: z.array(Scope).min(1),
  createdAt: z.iso.datetime(),
  /** The last letters of the key, by which its owner knows it again. */
  end: z.string().length(4),
  /** The last day on which it was used, in UTC. */
  usedOn: z.iso.date().optional(),
});
export type ApiKey = z.infer<typeof ApiKey>;
