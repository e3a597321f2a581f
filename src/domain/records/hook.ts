import { z } from 'zod';

/** What may be told to another program's address. */
export const hookEvents = [
  'consultation.opened',
  'consultation.closed',
  'result.released',
  'result.published',
  'follow-up.written',
  'participation.milestone',
  'retention.warning',
  'retention.erased',
] as const;
export const HookEvent = z.enum(hookEvents);
export type HookEvent = z.infer<typeof HookEvent>;

/** The longest address, in characters. */
export const longestHookAddress = 500;

/** How a consultation stood when it was last looked at: what is told is the difference. */
const HookSeen = z.strictObject({
  phase: z.enum(['before', 'open', 'closed']),
  released: z.iso.datetime().optional(),
  published: z.iso.datetime().optional(),
  /** When something was last written of what was done with it. */
  followedUp: z.iso.datetime().optional(),
  /** The last milestone, in people. */
  people: z.int().min(0),
  /** The last warning that answers are to be erased, by its day and how many days before; and when they were. */
  warned: z.string().optional(),
  erased: z.iso.datetime().optional(),
});
export type HookSeen = z.infer<typeof HookSeen>;

/** An address that is told of what happens. Its secret is derived from the id, and stands nowhere. */
export const Hook = z.strictObject({
  schema: z.literal(1),
  id: z.string().min(1),
  version: z.int().min(0),
  address: z.url().max(longestHookAddress),
  signals: z.array(HookEvent).min(1),
  /** Codes of the consultations of which it is told; absent: all of them, those to come included. */
  consultations: z.array(z.string()).optional(),
  createdAt: z.iso.datetime(),
  /** How its messages are signed. Absent: it was made before, and its first signature goes on beside the standard one. */
  signing: z.literal('standard').optional(),
  /** By the consultation's code. */
  seen: z.record(z.string(), HookSeen),
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
  type: z.union([HookEvent, z.literal('test')]),
  at: z.iso.datetime(),
  /** What is sent, each time the same. */
  body: z.string().max(4_000),
  tried: z.array(Tried).max(mostTries),
  next: z.iso.datetime().optional(),
});
export type Delivery = z.infer<typeof Delivery>;
