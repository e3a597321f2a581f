import { z } from 'zod';
import type { KeyMaker } from '../keys.ts';
import type { IncomingActivity } from '../wire.ts';

/** Where a message in a group was sent. */
export interface GroupPlace {
  /** The channel's or group chat's own id, whatever thread the message stands in. */
  readonly root: string;
  /** Its key, and that of the team it belongs to. */
  readonly place: string;
  readonly team?: string;
}

export function placeOf(
  { channelId, conversation, channelData }: IncomingActivity,
  keys: KeyMaker,
): GroupPlace {
  const root = conversation.id.split(';')[0] ?? conversation.id;
  const team = InTeam.safeParse(channelData).data?.team.id;
  return {
    root,
    place: keys.place(channelId, root),
    ...(team !== undefined && { team: keys.place(channelId, team) }),
  };
}

/** What Teams says of a message in a channel. */
const InTeam = z.object({ team: z.object({ id: z.string() }) });
