import { withoutMembers } from '#domain/records/without-members.ts';
import { Address } from '../../wire.ts';
import type { Surroundings } from '../surroundings.ts';

/** Somebody who erased everything is named as a member of no channel any more, by whichever of their devices they are known there. */
export async function forgetMember(
  theirs: ReadonlySet<string>,
  consultation: string,
  { store, keys, channelPosts }: Surroundings,
): Promise<void> {
  const posts = await channelPosts.known();
  for (const post of posts.all()) {
    const { channelId } = Address.parse(post.address);
    const isGone = (member: string) => theirs.has(keys.participant(channelId, member, consultation));
    await store.forget('channel-post', post.id, (one) => withoutMembers(one, isGone));
  }
}
