import { createHash } from 'node:crypto';
import { followUp } from '#dialogs/follow-up.ts';
import { groupForMany, invitation } from '#dialogs/handle-channel-event.ts';
import type { World } from '#dialogs/world.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { ChannelPost, PostKind } from '#domain/records/channel-post.ts';
import type { LiveSession, Round } from '#domain/room/live-session.ts';
import { currentRound, stateAt, toldState } from '#domain/room/round-steps.ts';
import { visionView } from '#scenario/vision.ts';

/** What should stand in a channel post: with a print of it, so that what stands there already is left alone. */
export interface DesiredPost {
  readonly kind: PostKind;
  readonly reply: Reply;
  readonly shown: string;
  /** It takes no post's place: what stood there is about something else, and stays. */
  readonly anew?: true;
}

/**
 * What should stand in a channel post now: the invitation and, once the result is published, the group scenario and the shared
 * vision as they may be shown, then what was done with it. A vision that cannot be composed is not announced; one that could be before says so.
 */
function desiredPosts({ members, posts }: ChannelPost, world: World): readonly DesiredPost[] {
  const { consultation, catalogue } = world;
  const invited = invitation(world);
  const people = members && createHash('sha256').update(members.join(' ')).digest('base64url');
  const first: DesiredPost = {
    kind: 'invitation',
    reply: invited,
    shown: print(invited, consultation.closesAt, consultation.title, consultation.domains, people),
  };
  if (consultation.publishedAt === undefined) return [first];
  const group = groupForMany(world);
  const vision = visionView(group, catalogue);
  const result: DesiredPost = {
    kind: 'group-scenario',
    reply: { label: 'group-scenario', group, facilitator: false },
    shown:
      group.state === 'waiting'
        ? print('waiting', group.needed, group.until)
        : print(group.at, group.scenario.opinion?.groups.length, group.left, group.since),
  };
  const after = followUp(world).map(
    (reply): DesiredPost => ({ kind: 'follow-up', reply, shown: print(consultation.followUps) }),
  );
  const shown = vision.state === 'composed' ? print(vision.at) : print(vision);
  const whole: DesiredPost = { kind: 'shared-vision', reply: { label: 'shared-vision', vision }, shown };
  const isTold = vision.state === 'composed' || posts['shared-vision'] !== undefined;
  return [first, result, ...(isTold ? [whole] : []), ...after];
}

/** The first that does not stand there as it should, but for what the channel has just refused. */
export function nextDesired(
  channelPost: ChannelPost,
  world: World,
  refused: ReadonlySet<PostKind> = new Set(),
  session?: LiveSession,
): DesiredPost | undefined {
  const all = [...desiredPosts(channelPost, world), ...roomPost(channelPost, session, world.now)];
  return all.find(({ kind, shown }) => channelPost.posts[kind]?.shown !== shown && !refused.has(kind));
}

/**
 * What the room is asked, or was last, in a post of its own for each question: the one before is told to be over first. Where a
 * question was never put, its end is not told.
 */
function roomPost(
  { posts }: ChannelPost,
  session: LiveSession | undefined,
  now: string,
): readonly DesiredPost[] {
  const round = session && (currentRound(session) ?? session.rounds.at(-1));
  if (session === undefined || round === undefined) return [];
  const desired = (one: Round): DesiredPost => {
    const state = one === round ? toldState(session, one, now) : stateAt(one, now);
    const reply: Reply = { label: 'room', state, session: session.id, round: one };
    return { kind: 'room', reply, shown: print(one.id, state, one.vote) };
  };
  const stands = posts.room?.shown;
  const isOf = (id: string) => stands?.startsWith(print(id).slice(0, -1)) === true;
  const before = session.rounds.find(({ id }) => isOf(id));
  if (before !== undefined && before !== round && desired(before).shown !== stands) return [desired(before)];
  if (round.state === 'closed' && before !== round) return [];
  return [{ ...desired(round), ...(stands !== undefined && before !== round && { anew: true }) }];
}

const print = (...parts: readonly unknown[]): string => JSON.stringify(parts);
