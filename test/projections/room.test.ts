import { expect, test } from '@jest/globals';
import type { LiveSession } from '#domain/room/live-session.ts';
import type { LiveVote } from '#domain/room/live-vote.ts';
import { createRoomProjection } from '#projections/room.ts';
import { openStore } from '#store/files/open.ts';
import { withFolder } from '#test/store/folders.ts';

const session: LiveSession = {
  ...{ schema: 1, id: 's', version: 0, consultation: 'decouverte', startedAt: '2026-11-23T10:00:00.000Z' },
  ...{ secret: 'x', rounds: [], notes: [] },
};
const vote = (id: string, round = 'r'): LiveVote => ({
  ...{ schema: 1, id, version: 0, consultation: 'decouverte', session: 's', round, first: 1 },
});

test('what was answered before a start is counted after it, and what is erased is not', () =>
  withFolder(async (dir) => {
    const before = await openStore(dir);
    await before.save('live-session', session);
    for (const id of ['a', 'b', 'c']) await before.save('live-vote', vote(id));
    await before.save('live-vote', vote('d', 'other'));
    await before.close();
    const store = await openStore(dir);
    const room = createRoomProjection(store);
    expect((await room.votesOf('r')).map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c']);
    expect(await room.sessionsOf('decouverte')).toMatchObject([{ id: 's' }]);
    expect(await room.sessionsOf('voisins')).toEqual([]);
    await store.eraseMany('live-vote', ['a', 'b', 'c']);
    expect(await room.votesOf('r')).toEqual([]);
    expect(await room.votesOf('other')).toHaveLength(1);
    await store.close();
  }));

test('phones are told of steps alone, the screen of answers too, and both when a vote ends by itself', () =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    const room = createRoomProjection(store);
    const told = { phone: 0, screen: 0 };
    const heard = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    room.watch('decouverte', 'steps', () => {
      told.phone += 1;
      if (told.phone === 2) ended.resolve();
    });
    const leave = room.watch('decouverte', 'all', () => {
      told.screen += 1;
      if (told.screen === 2) heard.resolve();
    });
    room.watch('voisins', 'all', () => {
      throw new Error('Another room was told');
    });
    const endsAt = new Date(Date.now() + 1_000).toISOString();
    const subject = { kind: 'trajectory', trajectory: 't' } as const;
    await store.save('live-session', {
      ...{ ...session, current: 'r' },
      rounds: [{ id: 'r', subject, state: 'open', vote: 1, endsAt }],
    });
    await store.save('live-vote', vote('a'));
    await heard.promise;
    expect(told).toEqual({ phone: 1, screen: 2 });
    leave();
    await ended.promise;
    expect(told).toEqual({ phone: 2, screen: 2 });
    await store.close();
  }));
