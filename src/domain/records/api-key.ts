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
  'answers:erase',
] as const;
export const Scope = z.enum(scopes);
export type Scope = z.infer<typeof Scope>;

/** The longest name of a key, in characters. */
export const longestKeyName = 60;

/** Days from now: how long a key lasts unless another end is chosen, and from when on before its end it is warned of. */
export const keyDays = { usual: 365, warned: 30 } as const;

/** A key of the programming interface, given to another program. */
export const ApiKey = z.strictObject({
  schema: z.literal(1),
  /** A hash of the key: whoever reads the store cannot use it. */
  id: z.string().min(1),
  version: z.int().min(0),
  name: z.string().min(1).max(longestKeyName),
  scopes: z.array(Scope).min(1),
  /** Codes of the consultations that it opens; absent: all of them, those to come included. */
  consultations: z.array(z.string()).optional(),
  /** The last day on which it serves, in UTC; absent: it was made before keys had an end. */
  until: z.iso.date().optional(),
  createdAt: z.iso.datetime(),
  /** The last letters of the key, by which its owner knows it again. */
  end: z.string().length(4),
  /** The last day on which it was used, in UTC. */
  usedOn: z.iso.date().optional(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** Whether the last day of a key is past. */
export const hasEnded = ({ until }: Pick<ApiKey, 'until'>, now: string): boolean =>
  until !== undefined && until < now.slice(0, 10);

/** Whether a key serves still, and not for long. */
export const endsSoon = ({ until }: Pick<ApiKey, 'until'>, now: string): boolean =>
  until !== undefined &&
  !hasEnded({ until }, now) &&
  Date.parse(until) - Date.parse(now) < keyDays.warned * 86_400_000;
