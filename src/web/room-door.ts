import { castVote, voteId } from '#application/room/cast-vote.ts';
import type { Assistant } from '#channels/assistant.ts';
import { currentRound } from '#domain/room/round-steps.ts';
import type { RoomPages } from './public/room/mount-room.ts';

/** What the phones of a room read and write. */
export function createRoomDoor({
  application,
  room,
}: Pick<Assistant, 'application' | 'room'>): Pick<RoomPages, 'sessionOf' | 'answeredBy' | 'cast' | 'watch'> {
  return {
    sessionOf: room.runningIn,
    async answeredBy(session, device) {
      const round = currentRound(session)?.id;
      if (round === undefined || session.secret === undefined) return undefined;
      return application.store.load('live-vote', voteId(session.secret, { round, device }));
    },
    cast: (vote) => castVote(application, vote),
    watch: (code, listener) => room.watch(code, 'steps', listener),
  };
}
