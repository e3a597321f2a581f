import { without } from '#domain/consultation/without.ts';
import type { ChannelPost } from '#domain/records/channel-post.ts';
import { withoutMembers } from '#domain/records/without-members.ts';
import type { Surroundings } from '../turns/surroundings.ts';
import { Address, type ConnectorClient, type IncomingActivity } from '../wire.ts';
import { mostWatchers } from './invite.ts';
import { placeOf } from './place-of.ts';
import { laterIfNotReached } from './reconcile.ts';

/** Who is in the channels where consultations stand, and whether the assistant still is. */
export interface Roster {
  /** People came or left. */
  recount(activity: IncomingActivity): Promise<void>;
  /** The assistant was let go: nothing is kept of how to reach the channel, or the team's channels. */
  erase(activity: IncomingActivity): Promise<void>;
}

export function createRoster(
  { store, keys, channelPosts }: Surroundings,
  line: ConnectorClient,
  one: (channelPost: string) => Promise<unknown>,
): Roster {
  const touched = async (activity: IncomingActivity) => {
    const { place, team } = placeOf(activity, keys);
    return (await channelPosts.known()).within([place, team]);
  };
  return {
    async recount(activity) {
      for (const { id, address, consultation } of await touched(activity)) {
        // Where the answers were erased, it is nobody's business who is there.
        const isErased = async () => (await store.load('consultation', consultation))?.erasure !== undefined;
        if (await isErased()) continue;
        const members = await line.members(Address.parse(address), mostWatchers);
        await channelPosts.change(id, async (channelPost) => {
          if (channelPost === undefined) return undefined;
          const rest = without(channelPost, 'members');
          // They may be erased while the channel is asked.
          if (members === undefined || (await isErased())) return rest;
          return { ...rest, members: members.filter(mayBeNamed(channelPost, activity)) };
        });
        await store.forget('channel-post', id, withoutOthers(members));
        await one(id).catch(laterIfNotReached);
      }
    },
    async erase(activity) {
      for (const { id } of await touched(activity)) await channelPosts.erase(id);
    },
  };
}

/** Whoever was there and is named no more has erased everything: nobody comes back but by coming. */
function mayBeNamed({ members }: ChannelPost, { membersAdded = [] }: IncomingActivity) {
  return (one: string) =>
    members === undefined || members.includes(one) || membersAdded.some(({ id }) => id === one);
}

/** Whoever left, or one of too many, is not kept in backups either. */
const withoutOthers =
  (members: readonly string[] = []) =>
  (post: ChannelPost): ChannelPost =>
    withoutMembers(post, (one) => !members.includes(one));
