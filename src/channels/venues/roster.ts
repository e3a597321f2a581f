import type { Surroundings } from '../surroundings.ts';
import { Address, type Incoming, type Line } from '../wire.ts';
import { mostWatchers } from './invite.ts';
import { placeOf } from './place-of.ts';
import { laterIfNotReached } from './upkeep.ts';

/** Who is in the channels where consultations stand, and whether the assistant still is. */
export interface Roster {
  /** People came or left. */
  recount(activity: Incoming): Promise<void>;
  /** The assistant was let go: nothing is kept of how to reach the channel, or the team's channels. */
  erase(activity: Incoming): Promise<void>;
}

export function createRoster(
  { keys, venues }: Surroundings,
  line: Line,
  tend: (venue: string) => Promise<unknown>,
): Roster {
  const touched = (activity: Incoming) => {
    const { place, team } = placeOf(activity, keys);
    return venues.within([place, team]);
  };
  return {
    async recount(activity) {
      for (const { id, address } of touched(activity)) {
        const members = await line.members(Address.parse(address), mostWatchers);
        await venues.change(id, async (venue) => {
          if (venue === undefined) return undefined;
          const { members: _, ...rest } = venue;
          return members === undefined ? rest : { ...rest, members: [...members] };
        });
        await tend(id).catch(laterIfNotReached);
      }
    },
    async erase(activity) {
      for (const { id } of touched(activity)) await venues.erase(id);
    },
  };
}
