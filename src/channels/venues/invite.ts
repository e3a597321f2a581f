import type { Consultation } from '#domain/consultation.ts';
import type { Reply } from '#domain/reply.ts';
import type { Venue } from '#domain/venue.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Address, Line, Visit } from '../wire.ts';
import { placeOf } from './place-of.ts';
import { laterIfNotReached, type Upkeep } from './upkeep.ts';

/** Puts a consultation's invitation in the channel or group chat of a visit; what it returns is still to be said. */
export type Invite = (visit: Visit, consultation: Consultation) => Promise<readonly Reply[]>;

interface Parts {
  readonly surroundings: Surroundings;
  readonly line: Line;
  readonly upkeep: Upkeep;
}

/** More people than this cannot each see a version of their own (Teams, user-specific views). */
export const mostWatchers = 60;

export function createInvite({ surroundings, line, upkeep }: Parts): Invite {
  const { keys, venues, now } = surroundings;
  return async ({ activity, address }, consultation) => {
    if (address === undefined) return [];
    const { root, place, team } = placeOf(activity, keys);
    const id = keys.venue(activity.channelId, root, consultation.id);
    const there: Address = { ...address, conversation: { ...address.conversation, id: root } };
    const members = await line.members(there, mostWatchers);
    let stood = false;
    await venues.change(id, async (before): Promise<Venue | undefined> => {
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
    const venue = await upkeep.tend(id).catch(laterIfNotReached);
    return venue?.gone === undefined ? [] : [{ label: 'notice', about: 'channel-gone' }];
  };
}
