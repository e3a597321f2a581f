import { z } from 'zod';

/**
 * What stands in a channel, in the order it is posted: results and what was done with them in a thread under the invitation, where there
 * are threads; what a room is asked by itself, anew for each question.
 */
const postKinds = ['invitation', 'group-scenario', 'shared-vision', 'follow-up', 'room'] as const;
export type PostKind = (typeof postKinds)[number];

/** Something of ours that stands in a channel: the conversation and the channel's id of it, and a print of what it shows. */
const Posted = z.strictObject({ conversation: z.string(), activity: z.string(), shown: z.string() });

/** A channel or a group chat in which a consultation stands. */
export const ChannelPost = z.strictObject({
  schema: z.literal(1),
  /** A keyed hash of channel, conversation and consultation. */
  id: z.string().min(1),
  version: z.int().min(0),
  consultation: z.string(),
  since: z.iso.datetime(),
  /** A keyed hash of channel and conversation: what a message there is told by. */
  place: z.string(),
  /** A keyed hash of the team it belongs to, where there are teams: gone when the team lets the assistant go. */
  team: z.string().optional(),
  /** Whoever put it there: told when the channel takes nothing more. */
  facilitator: z.string().optional(),
  /** Where to post: the channel itself, no thread of it. As `Address`. */
  address: z.record(z.string(), z.unknown()),
  language: z.string(),
  /** Ids of its members while they are few enough for each to see a version of their own; never stored with what they do. */
  members: z.array(z.string()).max(60).optional(),
  /** The channel refused for good: nothing more is sent there. */
  gone: z.iso.datetime().optional(),
  posts: z.partialRecord(z.enum(postKinds), Posted),
});
export type ChannelPost = z.infer<typeof ChannelPost>;
