import type { Consultation } from '#domain/consultation.ts';
import type { PostKind, Venue } from '#domain/venue.ts';
import { outbound } from '../outbound.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Views } from '../views.ts';
import { Address, type Line, type Sent } from '../wire.ts';
import { nobody, worldOf } from '../world-of.ts';
import { due, type Wanted } from './wanted.ts';

/** Keeps what stands in each venue as it should be. */
export interface Upkeep {
  /** Brings a venue up to date now. Rejects with `NotReached` when every try failed. */
  tend(venue: string): Promise<Venue | undefined>;
  /** Brings every venue of a consultation up to date now. */
  tendAll(consultation: string): Promise<Tended>;
}

interface Tended {
  /** In how many the result stands. */
  readonly standing: number;
  /** How many were not reached, and are to be tried again. */
  readonly behind: number;
}

export interface UpkeepParts {
  readonly surroundings: Surroundings;
  readonly line: Line;
  readonly views: Views;
  /** Told, once, that a channel takes nothing more. */
  readonly onGone: (venue: Venue) => Promise<void>;
}

export function createUpkeep(parts: UpkeepParts): Upkeep {
  const { venues } = parts.surroundings;
  const tend = async (id: string) => {
    const refused = new Set<PostKind>();
    // One thing after the other: what is posted first is the thread of what follows.
    for (;;) {
      const before = refused.size;
      let going = false;
      const venue = await venues.change(id, async (now) => {
        const next = now && (await step(now, refused, parts));
        going = (next !== undefined && next.gone === undefined) || refused.size > before;
        return next;
      });
      // Without an invitation there is no thread for the rest.
      if (going && (venue?.posts.invitation || !refused.has('invitation'))) continue;
      if (refused.size > 0) throw new NotReached();
      return venue;
    }
  };
  return {
    tend,
    async tendAll(consultation) {
      const all = await Promise.allSettled(venues.of(consultation).map(({ id }) => tend(id)));
      const failed = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      for (const why of failed) if (!(why instanceof NotReached)) throw why;
      const reached = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const standing = reached.filter((venue) => venue?.posts['group-scenario'] && !venue.gone).length;
      return { standing, behind: failed.length };
    },
  };
}

/**
 * One thing posted or brought up to date; nothing to save when all is well, or when it is `refused`, to be tried again
 * later: then the others go on.
 */
async function step(venue: Venue, refused: Set<PostKind>, parts: UpkeepParts): Promise<Venue | undefined> {
  const { store } = parts.surroundings;
  const consultation = await store.load('consultation', venue.consultation);
  if (consultation === undefined || venue.gone !== undefined) return undefined;
  const next = due(venue, worldOf(consultation, nobody, parts.surroundings), refused);
  // What is about to be shown of the group is durable first.
  await parts.surroundings.groups.settled();
  if (next === undefined) return undefined;
  const { sent, conversation } = await deliver(venue, next, consultation, parts);
  switch (sent.outcome) {
    case 'sent': {
      const post = { conversation, activity: sent.id, shown: next.shown };
      return { ...venue, posts: { ...venue.posts, [next.kind]: post } };
    }
    case 'missing':
    case 'gone': {
      const left = { ...venue, gone: parts.surroundings.now() };
      await parts.onGone(left);
      return left;
    }
    case 'failed':
      // The line has said why in the log.
      refused.add(next.kind);
      return undefined;
  }
}

/** Every try failed: what should stand there is tried again at the next change, or in a while. */
class NotReached extends Error {
  override readonly name = 'NotReached';
}

/** What was not reached is found behind at the next look. */
export function laterIfNotReached(error: unknown): undefined {
  if (error instanceof NotReached) return undefined;
  throw error;
}

interface Delivered {
  readonly sent: Sent;
  readonly conversation: string;
}

/** Updates what stands there; where that is gone, or nothing stood there, posts it anew. */
async function deliver(
  venue: Venue,
  { kind, reply }: Wanted,
  consultation: Consultation,
  { line, views }: UpkeepParts,
): Promise<Delivered> {
  const address = Address.parse(venue.address);
  const there = { ...address, members: venue.members };
  const activity = outbound(reply, views.inChannel(consultation, venue.language, there));
  const at = (conversation: string) => ({
    ...address,
    conversation: { ...address.conversation, id: conversation },
  });
  const standing = venue.posts[kind];
  if (standing !== undefined) {
    const { conversation } = standing;
    const sent = await line.update(at(conversation), standing.activity, activity);
    if (sent.outcome !== 'missing') return { sent, conversation };
  }
  const conversation = conversationOf(venue, kind, address);
  return { sent: await line.post(at(conversation), activity), conversation };
}

/** Results go in the thread under the invitation, where the channel has threads. */
function conversationOf({ posts }: Venue, kind: PostKind, { channelId, conversation }: Address): string {
  const invited = posts.invitation;
  const threads = channelId === 'msteams' && conversation.conversationType === 'channel';
  if (kind === 'invitation' || invited === undefined || !threads) return conversation.id;
  return `${conversation.id};messageid=${invited.activity}`;
}
