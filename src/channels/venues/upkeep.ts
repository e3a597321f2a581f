import type { Logger } from 'pino';
import type { Reply } from '#domain/reply.ts';
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
  readonly log: Pick<Logger, 'warn'>;
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
  const next = await missing(venue, refused, parts);
  if (next === undefined) return undefined;
  const { sent, conversation } = await deliver(venue, next, parts);
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
      parts.log.warn({ venue: venue.id, status: sent.status, why: sent.why }, 'a channel was not reached');
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

/** What does not stand there as it should. */
async function missing(
  venue: Venue,
  refused: ReadonlySet<PostKind>,
  { surroundings }: UpkeepParts,
): Promise<Wanted | undefined> {
  const consultation = await surroundings.store.load('consultation', venue.consultation);
  if (consultation === undefined || venue.gone !== undefined) return undefined;
  const next = due(venue, worldOf(consultation, nobody, surroundings), refused);
  // What is about to be shown of the group is durable first.
  await surroundings.groups.settled();
  return next;
}

interface Delivered {
  readonly sent: Sent;
  readonly conversation: string;
}

/** Updates what stands there; where that is gone, or nothing stood there, posts it anew. */
async function deliver(venue: Venue, { kind, reply }: Wanted, parts: UpkeepParts): Promise<Delivered> {
  const { line } = parts;
  const activity = await drawn(venue, reply, parts);
  const standing = venue.posts[kind];
  const address = Address.parse(venue.address);
  const at = (conversation: string) => ({
    ...address,
    conversation: { ...address.conversation, id: conversation },
  });
  if (standing !== undefined) {
    const { conversation } = standing;
    const sent = await line.update(at(conversation), standing.activity, activity);
    if (sent.outcome !== 'missing') return { sent: keepingId(sent, standing.activity), conversation };
  }
  const conversation = conversationOf(venue, kind, address);
  return { sent: await line.post(at(conversation), activity), conversation };
}

const keepingId = (sent: Sent, id: string): Sent => (sent.outcome === 'sent' ? { ...sent, id } : sent);

async function drawn(venue: Venue, reply: Reply, { surroundings, views }: UpkeepParts) {
  const consultation = await surroundings.store.load('consultation', venue.consultation);
  if (consultation === undefined) throw new Error('This venue belongs to no consultation');
  const there = { ...Address.parse(venue.address), members: venue.members };
  return outbound(reply, views.inChannel(consultation, venue.language, there));
}

/** Results go in the thread under the invitation, where the channel has threads. */
function conversationOf({ posts }: Venue, kind: PostKind, { channelId, conversation }: Address): string {
  const invited = posts.invitation;
  const threads = channelId === 'msteams' && conversation.conversationType === 'channel';
  if (kind === 'invitation' || invited === undefined || !threads) return conversation.id;
  return `${conversation.id};messageid=${invited.activity}`;
}
