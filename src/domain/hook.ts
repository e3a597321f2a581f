import { z } from 'zod';

/** What may be told to another program's address. */
export const signals = [
  'consultation.opened',
  'consultation.closed',
  'result.released',
  'result.published',
  'participation.milestone',
] as const;
export const Signal = z.enum(signals);
export type Signal = z.infer<typeof Signal>;

/** The longest address, in characters. */
export const longestHookAddress = 500;

/** How a consultation stood when it was last looked at: what is told is the difference. */
const Seen = z.strictObject({
  phase: z.enum(['before', 'open', 'closed']),
  released: z.iso.datetime().optional(),
  published: z.iso.datetime().optional(),
  /** The last milestone, in people. */
  people: z.int().min(0),
});
export type Seen = z.infer<typeof Seen>;

/** An address that is told of what happens. Its secret is derived from the id, and stands nowhere. */
export const Hook = z.strictObject({
  schema: z.literal(1),
  id: z.string().min(1),
  version: z.int().min(0),
  address: z.url().max(longestHookAddress),
  signals: z.array(Signal).min(1),
  createdAt: z.iso.datetime(),
  /** By the consultation's code. */
  seen: z.record(z.string(), Seen),
});
export type Hook = z.infer<typeof Hook>;

/** What became of one try. */
const reasons = ['timeout', 'refused-address', 'unknown-host', 'unreachable'] as const;
const Tried = z.strictObject({
  at: z.iso.datetime(),
  /** The HTTP status that came back, or why none did. */
  came: z.union([z.int(), z.enum(reasons)]),
});
export type Tried = z.infer<typeof Tried>;

/** Tries before a delivery is given up. */
export const mostTries = 8;

/** One message to one address: `next` while it is to be tried (again). */
export const Delivery = z.strictObject({
  schema: z.literal(1),
  id: z.string().min(1),
  version: z.int().min(0),
  hook: z.string().min(1),
  type: z.union([Signal, z.literal('test')]),
  at: z.iso.datetime(),
  /** What is sent, each time the same. */
  body: z.string().max(4_000),
  tried: z.array(Tried).max(mostTries),
  next: z.iso.datetime().optional(),
});
export type Delivery = z.infer<typeof Delivery>;
