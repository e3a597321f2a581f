import { z } from 'zod';
import { Edition } from '../catalogue/edition.ts';
import { Consultation } from '../consultation/consultation.ts';
import { Participant } from '../participant/participant.ts';
import { Proposal } from '../proposal/proposal.ts';
import { BreakoutTable } from '../results/breakout-table.ts';
import { CrossTabulation } from '../results/cross-tabulation.ts';
import { Snapshot } from '../results/snapshot.ts';
import { WorkshopResult } from '../results/workshop-result.ts';
import { LiveSession } from '../room/live-session.ts';
import { LiveVote } from '../room/live-vote.ts';
import { Account } from './account.ts';
import { ApiKey } from './api-key.ts';
import { AuditEntry } from './audit-entry.ts';
import { ChannelPost } from './channel-post.ts';
import { EntryCodes } from './entry-codes.ts';
import { Facilitator } from './facilitator.ts';
import { Delivery, Hook } from './hook.ts';
import { Logo } from './logo.ts';
import { MailContact } from './mail-contact.ts';
import { SignInLink } from './sign-in-link.ts';
import { TextMark } from './text-mark.ts';
import { TownDraft, TownEdition } from './town-catalogue.ts';

/** Where a conversation can be reached again; apart from what was answered, and deleted on its own. */
export const Reference = z.strictObject({
  schema: z.literal(1),
  /** A keyed hash of channel, conversation and consultation. */
  id: z.string().min(1),
  version: z.int().min(0),
  consultation: z.string(),
  /** Whose private conversation it is. */
  participant: z.string().optional(),
  /** Of before channel posts: a group conversation, which nothing is posted to any more. */
  group: z.boolean().optional(),
  /** The channel's own conversation reference, as botbuilder gives it. */
  reference: z.record(z.string(), z.unknown()),
  /** The channel refused a post for good: nothing more is sent there. */
  stopped: z.boolean().optional(),
  /** `publishedAt` of the result last posted there, or published before it began. */
  published: z.string().optional(),
  /** When the second round opened that was last told there, or that was open before it began. */
  round: z.string().optional(),
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

/** The consultation that a person of a channel last turned to, where that may be one of several. */
const LastConsultation = z.strictObject({
  schema: z.literal(1),
  /** A keyed hash of channel and user. */
  id: z.string().min(1),
  version: z.int().min(0),
  consultation: z.string(),
});

/** Everything that is kept, by kind. */
export const records = {
  participant: Participant,
  consultation: Consultation,
  logo: Logo,
  reference: Reference,
  link: Link,
  edition: Edition,
  'town-draft': TownDraft,
  'town-edition': TownEdition,
  'last-consultation': LastConsultation,
  facilitator: Facilitator,
  'channel-post': ChannelPost,
  account: Account,
  'sign-in-link': SignInLink,
  'audit-entry': AuditEntry,
  'cross-tabulation': CrossTabulation,
  snapshot: Snapshot,
  'workshop-result': WorkshopResult,
  'breakout-table': BreakoutTable,
  'live-session': LiveSession,
  'live-vote': LiveVote,
  'text-mark': TextMark,
  proposal: Proposal,
  'api-key': ApiKey,
  'entry-codes': EntryCodes,
  'mail-contact': MailContact,
  hook: Hook,
  delivery: Delivery,
} as const;
export type RecordKind = keyof typeof records;
export type Records = { readonly [K in RecordKind]: z.infer<(typeof records)[K]> };
