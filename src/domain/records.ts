import { z } from 'zod';
import { Consultation } from './consultation.ts';
import { Edition } from './edition.ts';
import { Participant } from './participant.ts';

/** Where a conversation can be reached again; apart from what was answered, and deleted on its own. */
export const Reference = z.strictObject({
  schema: z.literal(1),
  /** A keyed hash of channel and conversation. */
  id: z.string().min(1),
  version: z.int().min(0),
  consultation: z.string(),
  /** Whose personal chat it is; absent for a group. */
  participant: z.string().optional(),
  group: z.boolean(),
  /** The channel's own conversation reference, as botbuilder gives it. */
  reference: z.record(z.string(), z.unknown()),
  /** The channel refused a post for good: nothing more is sent there. */
  stopped: z.boolean().optional(),
});
export type Reference = z.infer<typeof Reference>;

/** From a resume code's hash, or another device's key, to the participant it leads to. */
export const Link = z.strictObject({
  schema: z.literal(1),
  id: z.string().min(1),
  version: z.int().min(0),
  participant: z.string().min(1),
});
export type Link = z.infer<typeof Link>;

/** Everything that is kept, by kind. */
export const records = {
  participant: Participant,
  consultation: Consultation,
  reference: Reference,
  link: Link,
  edition: Edition,
} as const;
export type Kind = keyof typeof records;
export interface Records {
  participant: Participant;
  consultation: Consultation;
  reference: Reference;
  link: Link;
  edition: Edition;
}
