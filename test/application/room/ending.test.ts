import { expect, test } from '@jest/globals';
import { erasePeople } from '#application/retention/erase-people.ts';
import { endSession, lookAtSessions } from '#application/room/end-session.ts';
import { leadSession } from '#application/room/lead-session.ts';
import { noteDecision, removeDecision } from '#application/room/note-decision.ts';
import { allOf } from '#store/all-of.ts';
import { withApplication } from '../made.ts';
import { begun, code, lead, lise, now, trajectory, vote } from './led.ts';

test('nothing more is done in the room of what was put away', () =>
  withApplication(async (application) => {
    const { store } = application;
    const session = await begun(application);
    const written = { text: 'x', who: '', when: '' };
    const noted = await noteDecision(application, lise, { code, session: session.id, written });
    const note = noted.outcome === 'done' ? (noted.session.notes[0]?.id ?? '') : '';
    await store.update('consultation', code, (its) => its && { ...its, archivedAt: application.now() });
    const wish = { code, session: session.id };
    const tried = await Promise.all([
      leadSession(application, lise, { ...wish, at: 'between', lead: { act: 'pause' } }),
      noteDecision(application, lise, { ...wish, written }),
      removeDecision(application, lise, { ...wish, note }),
    ]);
    expect(tried.map(({ outcome }) => outcome)).toEqual(['unfit', 'unfit', 'unfit']);
    // It ends all the same: nothing of it stays that could be erased.
    expect((await endSession(application, lise, wish)).outcome).toBe('done');
  }));

test('a session that nobody ended is over the day after, and what a stop cut short is finished', () =>
  withApplication(async (application) => {
    const session = await begun(application);
    await lead(application, session, { act: 'ask', asked: { trajectory } });
    await lead(application, session, { act: 'open', seconds: 0 });
    await vote(application, session, 'phone', 1);
    await lookAtSessions(application);
    expect((await now(application, session))?.endedAt).toBeUndefined();
    await lookAtSessions({ ...application, now: () => '2026-11-24T10:00:01.000Z' });
    expect((await now(application, session))?.endedAt).toBeDefined();
    expect(await allOf(application.store, 'live-vote')).toEqual([]);
    expect((await now(application, session))?.secret).toBeUndefined();
  }));

test('the answers of a consultation go with its votes, its rounds and its decisions', () =>
  withApplication(async (application) => {
    const { store } = application;
    const session = await begun(application);
    await lead(application, session, { act: 'ask', asked: { trajectory } });
    await lead(application, session, { act: 'open', seconds: 0 });
    await vote(application, session, 'phone', 1);
    await erasePeople(application, code, new AbortController().signal);
    expect([await allOf(store, 'live-session'), await allOf(store, 'live-vote')]).toEqual([[], []]);
  }));

test('an answer that was on its way as everything was erased is not kept', () =>
  withApplication(async (application) => {
    const { store } = application;
    const session = await begun(application);
    await lead(application, session, { act: 'ask', asked: { trajectory } });
    await lead(application, session, { act: 'open', seconds: 0 });
    const votesOf = async () => {
      await erasePeople(application, code, new AbortController().signal);
      return [];
    };
    expect(await vote({ ...application, votesOf }, session, 'phone', 1)).toBe('late');
    expect(await allOf(store, 'live-vote')).toEqual([]);
  }));
