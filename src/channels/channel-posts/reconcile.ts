import type { Consultation } from '#domain/consultation/consultation.ts';
import { without } from '#domain/consultation/without.ts';
import type { ChannelPost, PostKind } from '#domain/records/channel-post.ts';
import { inWorld, nobody } from '../turns/in-world.ts';
import { outbound } from '../turns/outbound.ts';
import type { Surroundings } from '../turns/surroundings.ts';
import type { Views } from '../views.ts';
import { Address, type ConnectorClient, type Sent } from '../wire.ts';
import { type DesiredPost, nextDesired } from './desired-posts.ts';

/** Keeps what stands in each channel post as it should be. */
export interface Reconciliation {
  /** Brings a channel post up to date now. Rejects with `NotReached` when every try failed. */
  one(channelPost: string): Promise<ChannelPost | undefined>;
  /**
   * Brings every channel post of a consultation up to date now. Once `stopping` aborts nothing more is posted: what is on its way is
   * saved, and the rest found behind at the next look.
   */
  all(consultation: string, stopping?: AbortSignal): Promise<Reconciled>;
}

interface Reconciled {
  /** In how many the result stands. */
  readonly standing: number;
  /** How many were not reached, and are to be tried again. */
  readonly behind: number;
}

export interface ReconciliationParts {
  readonly surroundings: Surroundings;
  readonly line: ConnectorClient;
  readonly views: Views;
  /** Told, once, that a channel takes nothing more. */
  readonly onGone: (channelPost: ChannelPost) => Promise<void>;
}

export function createReconciliation(parts: ReconciliationParts): Reconciliation {
  const { channelPosts, memory } = parts.surroundings;
  /** Jobs, invitations and publications come to the same channel, on whichever node: what one posts, the next one finds. */
  const inTurn = <T>(id: string, work: () => Promise<T>) =>
    channelPosts.inTurn(id, () => memory.exclusively(`channel post ${id}`, work));
  const one = async (id: string, stopping?: AbortSignal) => {
    const tries: Tries = { refused: new Set(), anew: new Set() };
    // One thing after the other: what is posted first is the thread of what follows.
    for (;;) {
      const { channelPost, going } = await inTurn(id, async () =>
        stopping?.aborted ? still : once(id, tries, parts),
      );
      // Without an invitation there is no thread for the rest.
      if (going && !stopping?.aborted && (channelPost?.posts.invitation || !tries.refused.has('invitation')))
        continue;
      if (tries.refused.size > 0) throw new NotReached();
      return channelPost;
    }
  };
  return {
    one: (id) => one(id),
    async all(consultation, stopping) {
      const posts = await channelPosts.known();
      const all = await Promise.allSettled(posts.of(consultation).map(({ id }) => one(id, stopping)));
      const failed = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      for (const why of failed) if (!(why instanceof NotReached)) throw why;
      const reached = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const standing = reached.filter(
        (channelPost) => channelPost?.posts['group-scenario'] && !channelPost.gone,
      ).length;
      return { standing, behind: failed.length };
    },
  };
}

interface Tries {
  /** What the channel has just refused, to be tried again later. */
  readonly refused: Set<PostKind>;
  /** What found no thread any more, and waits for an invitation posted anew; once each. */
  readonly anew: Set<PostKind>;
}

interface Once {
  readonly channelPost?: ChannelPost | undefined;
  /** Whether there may be more to do. */
  readonly going: boolean;
}

const still: Once = { going: false };

/** One thing posted or brought up to date, then saved: whatever else changed the record meanwhile, it is posted once. */
async function once(id: string, tries: Tries, parts: ReconciliationParts): Promise<Once> {
  const { store } = parts.surroundings;
  const before = tries.refused.size;
  const now = await store.load('channel-post', id);
  const posted = now && (await step(now, tries, parts));
  if (posted === undefined) return { channelPost: now, going: tries.refused.size > before };
  const { record } = await store.update('channel-post', id, (stored) => stored && posted(stored));
  return { channelPost: record, going: record !== undefined && record.gone === undefined };
}

/** What is to be saved of something that was posted. */
type Posted = (stored: ChannelPost) => ChannelPost;

/** Nothing is posted when all is well; when it is `refused`, to be tried again later, the others go on. */
async function step(
  channelPost: ChannelPost,
  { refused, anew }: Tries,
  parts: ReconciliationParts,
): Promise<Posted | undefined> {
  const { store, now } = parts.surroundings;
  const consultation = await store.load('consultation', channelPost.consultation);
  if (consultation === undefined || channelPost.gone !== undefined) return undefined;
  const [session] = await parts.surroundings.room.sessionsOf(consultation.id);
  const next = await inWorld(consultation, nobody, parts.surroundings, (world) =>
    nextDesired(channelPost, world, refused, session),
  );
  if (next === undefined) return undefined;
  const { sent, conversation } = await deliver(channelPost, next, consultation, parts);
  switch (sent.outcome) {
    case 'sent': {
      const post = { conversation, activity: sent.id, shown: next.shown };
      return (stored) => ({ ...stored, posts: { ...stored.posts, [next.kind]: post } });
    }
    case 'missing':
    case 'gone': {
      if (channelPost.posts.invitation && isThread(conversation, channelPost) && !anew.has(next.kind)) {
        anew.add(next.kind);
        return (stored) => ({ ...stored, posts: without(stored.posts, 'invitation') });
      }
      const gone = now();
      await parts.onGone({ ...channelPost, gone });
      return (stored) => ({ ...stored, gone });
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

/**
 * Updates what stands there; where nothing does, posts it anew. So too where Teams refuses the update, whatever it calls
 * it: it says 403 of a message that somebody deleted, and a channel is gone only when it takes no post either.
 */
async function deliver(
  channelPost: ChannelPost,
  { kind, reply, anew }: DesiredPost,
  consultation: Consultation,
  { line, views }: ReconciliationParts,
): Promise<Delivered> {
  const address = Address.parse(channelPost.address);
  const there = { ...address, members: channelPost.members };
  const activity = outbound(reply, views.inChannel(consultation, channelPost.language, there));
  const at = (conversation: string) => ({
    ...address,
    conversation: { ...address.conversation, id: conversation },
  });
  const standing = anew ? undefined : channelPost.posts[kind];
  if (standing !== undefined) {
    const { conversation } = standing;
    const sent = await line.update(at(conversation), standing.activity, activity);
    if (sent.outcome === 'sent' || sent.outcome === 'failed') return { sent, conversation };
  }
  const conversation = conversationOf(channelPost, kind, address);
  return { sent: await line.post(at(conversation), activity), conversation };
}

/** Whether it hangs under an invitation, which may have been deleted with it. */
const isThread = (conversation: string, { address }: ChannelPost): boolean =>
  conversation !== Address.parse(address).conversation.id;

/** Results go in the thread under the invitation, where the channel has threads. */
function conversationOf(
  { posts }: ChannelPost,
  kind: PostKind,
  { channelId, conversation }: Address,
): string {
  const invited = posts.invitation;
  const threads = channelId === 'msteams' && conversation.conversationType === 'channel';
  if (kind === 'invitation' || kind === 'room' || invited === undefined || !threads) return conversation.id;
  return `${conversation.id};messageid=${invited.activity}`;
}
