import { without } from '../consultation/without.ts';
import type { ChannelPost } from './channel-post.ts';

/**
 * A channel post that no longer says of some people that they are in the channel, nor by the print of what stands there, which is
 * drawn from them. The same one when it says nothing of them.
 */
export function withoutMembers(post: ChannelPost, isGone: (member: string) => boolean): ChannelPost {
  if (!post.members?.some(isGone)) return post;
  return unprinted({ ...post, members: post.members.filter((member) => !isGone(member)) });
}

/** The same of everybody: who is there is not known any more. */
export const withoutAllMembers = (post: ChannelPost): ChannelPost =>
  post.members === undefined ? post : unprinted(without(post, 'members'));

/** What stands there is drawn anew at the next look. */
function unprinted(post: ChannelPost): ChannelPost {
  const { invitation } = post.posts;
  if (invitation === undefined) return post;
  return { ...post, posts: { ...post.posts, invitation: { ...invitation, shown: '' } } };
}
