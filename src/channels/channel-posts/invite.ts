import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { ChannelPost } from '#domain/records/channel-post.ts';
import type { Surroundings } from '../turns/surroundings.ts';
import type { Address, ChannelTurn, ConnectorClient } from '../wire.ts';
import { placeOf } from './place-of.ts';
import { laterIfNotReached, type Reconciliation } from './reconcile.ts';

/** Puts a consultation's invitation in the channel or group chat of a turn; what it returns is still to be said. */
export type Invite = (turn: ChannelTurn, consultation: Consultation) => Promise<readonly Reply[]>;

interface Parts {
  readonly surroundings: Surroundings;
  readonly line: ConnectorClient;
  readonly reconciliation: Reconciliation;
}

/** More people than this cannot each see a version of their own (Teams, user-specific views). */
export const mostWatchers = 60;

export function createInvite({ surroundings, line, reconciliation }: Parts): Invite {
  const { keys, channelPosts, now } = surroundings;
  return async ({ activity, address }, consultation) => {
    if (address === undefined) return [];
    const { root, place, team } = placeOf(activity, keys);
    const id = keys.channelPost(activity.channelId, root, consultation.id);
    const there: Address = { ...address, conversation: { ...address.conversation, id: root } };
    const members = await line.members(there, mostWatchers);
    let stood = false;
    await channelPosts.change(id, async (before): Promise<ChannelPost | undefined> => {
      stood = before?.posts.invitation !== undefined && before.gone === undefined;
      if (stood) return undefined;
      return {
        schema: 1,
        id,
        version: 0,
        consultation: consultation.id,
        since: now(),
        place,
        ...(team !== undefined && { team }),
        facilitator: keys.person(activity.channelId, activity.from.id),
        address: there,
        language: consultation.language,
        ...(members && { members: [...members] }),
        posts: {},
      };
    });
    if (stood) return [{ label: 'notice', about: 'invited' }];
    const channelPost = await reconciliation.one(id).catch(laterIfNotReached);
    return channelPost?.gone === undefined ? [] : [{ label: 'notice', about: 'channel-gone' }];
  };
}
