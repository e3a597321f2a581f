import { z } from 'zod';
import type { Device } from '#domain/participant/device.ts';

/** Who speaks or is spoken to. */
export interface ChannelAccount {
  readonly id: string;
  readonly name?: string;
  /** The person in Microsoft Entra, where the channel says it. */
  readonly aadObjectId?: string;
}

/** An activity as a channel brings it (Bot Framework activity schema), as far as we look. */
export interface IncomingActivity {
  readonly type: string;
  readonly id?: string;
  readonly name?: string;
  readonly channelId: string;
  readonly serviceUrl?: string;
  readonly from: ChannelAccount;
  readonly recipient?: ChannelAccount;
  readonly conversation: {
    readonly id: string;
    readonly isGroup?: boolean;
    readonly conversationType?: string;
    readonly tenantId?: string;
  };
  readonly text?: string;
  readonly value?: unknown;
  readonly locale?: string;
  /** On what the client says it runs; of our own chat page alone. */
  readonly device?: Exclude<Device, 'teams'>;
  /** When the channel took it, by its own clock. */
  readonly timestamp?: Date | string;
  /** What the client had asked last as this was sent, as it says itself: an `asked` of ours. */
  readonly asked?: string;
  /** Activities of this conversation whose replies nobody had in sight as this was sent. */
  readonly unseen?: readonly string[];
  readonly action?: string;
  readonly entities?: readonly unknown[];
  readonly membersAdded?: readonly ChannelAccount[];
  readonly membersRemoved?: readonly ChannelAccount[];
  readonly channelData?: unknown;
}

/** An activity of ours: what it is stands in `label`, for page, tests and other clients. */
export interface OutgoingActivity {
  readonly type: 'message';
  readonly label: string;
  readonly locale: string;
  readonly speak: string;
  readonly inputHint: 'expectingInput';
  readonly text?: string;
  readonly textFormat?: 'plain';
  /** A name for what it asks; a client may send it back as what it showed last (`channelData.asked`). */
  readonly asked?: string;
  /** Nothing is kept any more of what was said before: a client lets go of what it holds of it. */
  readonly emptied?: true;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
}

/**
 * Where a conversation can be reached: of a conversation reference of the Bot Framework, what posting needs and nothing
 * more. Who is at the other end is left out, name and all.
 */
export const Address = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.object({
    id: z.string(),
    isGroup: z.boolean().nullish(),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  bot: z.object({ id: z.string(), name: z.string().nullish() }),
});
export type Address = z.infer<typeof Address>;

/** What became of something posted. */
export type Sent =
  | { readonly outcome: 'sent'; readonly id: string }
  /** Refused (403): a post, because the channel takes nothing more from us; an update, maybe because its message was deleted. */
  | { readonly outcome: 'gone' }
  /** The activity to update, or the conversation, is not there (404). */
  | { readonly outcome: 'missing' }
  /** Every try failed; it may be tried again later. `why` is for the log. */
  | { readonly outcome: 'failed'; readonly status?: number; readonly why: string };

/** The way out to Bot Framework channels, at any time: in turn and within each channel's limits, tried again where that helps. */
export interface ConnectorClient {
  post(address: Address, activity: OutgoingActivity): Promise<Sent>;
  /** The same within a turn, whose channel waits: a service that cannot be reached is given up in seconds. */
  reply(address: Address, activity: OutgoingActivity): Promise<Sent>;
  /** In the place of an activity of ours. */
  update(address: Address, activity: string, content: OutgoingActivity): Promise<Sent>;
  /** Ids of the people in a conversation; nothing when they are more than `most` or when the channel does not tell. */
  members(address: Address, most: number): Promise<readonly string[] | undefined>;
}

/** One activity and the ways to answer it, on whatever host. */
export interface ChannelTurn {
  readonly activity: IncomingActivity;
  /** What the channel knows of the person before they speak. Absent: the channel knows no consultation. */
  readonly binding?: ConversationBinding;
  /** Who may be trying things out: a household's network address where the channel knows it, else the person. */
  readonly caller: string;
  /** Where this conversation can be reached again; absent where it is kept in memory alone. */
  readonly address?: Address;
  /** Says things in order, within the turn. */
  say(activities: readonly OutgoingActivity[]): Promise<void>;
  /** Where the channel itself remembers what was said, it leaves out what the person said in this turn. */
  forgetWords(): void;
  /** Answers an invoke with a status and a body. */
  answer(body: unknown, status?: number): Promise<void>;
}

/** What a channel knows of the person at the other end before the conversation begins. */
export interface ConversationBinding {
  readonly consultation: string;
  /** They came in by a facilitator's link. */
  readonly facilitator: boolean;
  /** The account that made the link: they facilitate as long as it may itself. Absent: the operator, or the chat. */
  readonly by?: string;
  /** The account that tries the consultation as people will meet it: nothing of this conversation is kept. */
  readonly trial?: string;
}
