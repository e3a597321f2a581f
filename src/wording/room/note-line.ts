import type { RoomNote } from '#domain/room/live-session.ts';
import type { Wording } from '../wording.ts';

/** A decision on one line: what, who, by when. */
export function noteLine({ text, who, when }: RoomNote, { say }: Pick<Wording, 'say'>): string {
  if (who !== undefined && when !== undefined) return say('room.notes.who-when', { text, who, when });
  if (who !== undefined) return say('room.notes.who', { text, who });
  return when === undefined ? text : say('room.notes.when', { text, when });
}
