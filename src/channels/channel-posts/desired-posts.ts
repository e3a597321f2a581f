import { createHash } from 'node:crypto';
import { groupForMany, invitation } from '#dialogs/handle-channel-event.ts';
import type { World } from '#dialogs/world.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { ChannelPost, PostKind } from '#domain/records/channel-post.ts';
import { visionView } from '#scenario/vision.ts';

/** What should stand in a channel post: with a print of it, so that what stands there already is left alone. */
export interface DesiredPost {
  readonly kind: PostKind;
  readonly reply: Reply;
  readonly shown: string;
}

/**
 * What should stand in a channel post now: the invitation and, once the result is published, the group scenario and the shared
 * vision as they may be shown. A vision that cannot be composed is not announced; one that could be before says so.
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
  if (vision.state !== 'composed' && posts['shared-vision'] === undefined) return [first, result];
  const shown = vision.state === 'composed' ? print(vision.at) : print(vision);
  return [first, result, { kind: 'shared-vision', reply: { label: 'shared-vision', vision }, shown }];
}

/** The first that does not stand there as it should, but for what the channel has just refused. */
export function nextDesired(
  channelPost: ChannelPost,
  world: World,
  refused: ReadonlySet<PostKind> = new Set(),
): DesiredPost | undefined {
  return desiredPosts(channelPost, world).find(
    ({ kind, shown }) => channelPost.posts[kind]?.shown !== shown && !refused.has(kind),
  );
}

const print = (...parts: readonly unknown[]): string => JSON.stringify(parts);
