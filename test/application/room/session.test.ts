import { expect, test } from '@jest/globals';
import { beginSession } from '#application/room/begin-session.ts';
import { castVote } from '#application/room/cast-vote.ts';
import { endSession } from '#application/room/end-session.ts';
import { type Lead, leadSession, placeOf } from '#application/room/lead-session.ts';
import { noteDecision, removeDecision } from '#application/room/note-decision.ts';
import { currentRound } from '#domain/room/round-steps.ts';
import { allOf } from '#store/all-of.ts';
import { newConsultation } from '../../conversations/world.ts';
import { member, memberOf, withApplication, written } from '../made.ts';
import { begun, code, lead, lise, now, trajectory, vote } from './led.ts';

test('a room votes twice, sees what may be shown, and leaves no vote behind', () =>
  withApplication(async (application) => {
    const { store } = application;
    const session = await begun(application);
    await lead(application, session, { act: 'ask', asked: { trajectory } });
    expect(await vote(application, session, 'early', 1)).toBe('late');
    await lead(application, session, { act: 'open', seconds: 0 });
    const all = Array.from({ length: 12 }, (_, i) => `phone-${i}`);
    await Promise.all(all.map((device) => vote(application, session, device, 1)));
    // A device that changes its mind has one answer still.
    await vote(application, session, 'phone-0', -2);
    const shown = await lead(application, session, { act: 'reveal' });
    expect(currentRound(shown)?.first).toEqual({ shown: 'exact', n: 12, counts: [1, 0, 0, 11, 0] });
    expect(await vote(application, session, 'phone-1', 2)).toBe('late');
    await lead(application, session, { act: 'again', seconds: 0 });
    await Promise.all(all.map((device) => vote(application, session, device, 2)));
    const second = await lead(application, session, { act: 'reveal' });
    expect(currentRound(second)).toMatchObject({
      second: { shown: 'exact', n: 12, counts: [0, 0, 0, 0, 12] },
      movement: { shown: 'direction', stayed: 0, back: 0, forth: 12 },
    });
    const votes = await allOf(store, 'live-vote');
    expect(votes).toHaveLength(12);
    expect(JSON.stringify(votes)).not.toContain('phone-');
    expect((await endSession(application, lise, { code, session: session.id })).outcome).toBe('done');
    expect(await allOf(store, 'live-vote')).toEqual([]);
    const ended = await now(application, session);
    expect(ended?.secret).toBeUndefined();
    expect(ended?.rounds).toMatchObject([{ state: 'closed', first: { n: 12 } }]);
    const late = { code, session: session.id, round: currentRound(second)?.id ?? '', device: 'phone-3' };
    expect((await castVote(application, { ...late, vote: 2, stance: 2 })).outcome).toBe('late');
    expect(await written(application)).toEqual([
      ...[
        ['room-begun', {}],
        ['room-asked', { n: 1 }],
        ['room-revealed', { n: 12 }],
      ],
      ...[
        ['room-revealed', { n: 12 }],
        ['room-ended', {}],
      ],
    ]);
  }));

test('a question that is asked anew does not tell who answers it alone the second time', () =>
  withApplication(async (application) => {
    const session = await begun(application);
    const asked = (question: string) => ({ question, labels: ['a', 'b', 'c', 'd', 'e'] });
    for (const [question, more, shown] of [
      ['Une navette le samedi ?', [], 'exact'],
      ['une navette, le samedi', ['late'], 'near'],
      ['Une navette le dimanche ?', ['late'], 'exact'],
    ] as const) {
      await lead(application, session, { act: 'ask', asked: asked(question) });
      await lead(application, session, { act: 'open', seconds: 0 });
      for (const device of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', ...more])
        await vote(application, session, device, device === 'late' ? -2 : 1);
      const revealed = await lead(application, session, { act: 'reveal' });
      expect(currentRound(revealed)?.first).toMatchObject({ shown });
      await lead(application, session, { act: 'close' });
    }
  }));

test('two rounds are not told to be of one device', () =>
  withApplication(async (application) => {
    const session = await begun(application);
    for (const stance of [1, 2] as const) {
      await lead(application, session, { act: 'ask', asked: { trajectory } });
      await lead(application, session, { act: 'open', seconds: 0 });
      await vote(application, session, 'phone', stance);
      await lead(application, session, { act: 'close' });
    }
    const ids = (await allOf(application.store, 'live-vote')).map(({ id }) => id.split('-').at(-1));
    expect(new Set(ids).size).toBe(2);
  }));

test('a second press, or another facilitator’s, does nothing; a second beginning goes on with the session', () =>
  withApplication(async (application) => {
    const session = await begun(application);
    expect((await begun(application)).id).toBe(session.id);
    const asked = await lead(application, session, { act: 'ask', asked: { trajectory } });
    const at = placeOf(asked, application.now());
    const press = () =>
      leadSession(application, lise, { code, session: session.id, at, lead: { act: 'open', seconds: 0 } });
    const pressed = await Promise.all([press(), press()]);
    expect(pressed.map(({ outcome }) => outcome)).toEqual(['done', 'changed']);
  }));

test('what is wrong is said at its field, and nothing is kept of it', () =>
  withApplication(async (application) => {
    const session = await begun(application);
    const at = placeOf(session, application.now());
    const wish = { code, session: session.id, at };
    const ask = (asked: Extract<Lead, { act: 'ask' }>['asked']) =>
      leadSession(application, lise, { ...wish, lead: { act: 'ask', asked } });
    expect(await ask({ trajectory: 'nowhere' })).toEqual({
      ...{ outcome: 'wrong', problem: { field: 'trajectory', code: 'unknown' } },
    });
    expect(await ask({ question: '', labels: [] })).toMatchObject({ problem: { field: 'question' } });
    const written = { text: 'x'.repeat(401), who: '', when: '' };
    expect(await noteDecision(application, lise, { code, session: session.id, written })).toMatchObject({
      problem: { field: 'note', code: 'long' },
    });
    expect(await now(application, session)).toMatchObject({ rounds: [], notes: [] });
  }));

test('a decision is kept beside its round, and can be taken back', () =>
  withApplication(async (application) => {
    const session = await begun(application);
    const asked = await lead(application, session, { act: 'ask', asked: { trajectory } });
    const written = { text: 'Une navette le samedi', who: 'Service mobilité', when: 'mars' };
    const noted = await noteDecision(application, lise, { code, session: session.id, written });
    if (noted.outcome !== 'done') throw new Error(noted.outcome);
    const [note] = noted.session.notes;
    expect(note).toMatchObject({ text: written.text, who: written.who, round: asked.current });
    const removed = await removeDecision(application, lise, {
      code,
      session: session.id,
      note: note?.id ?? '',
    });
    expect(removed).toMatchObject({ outcome: 'done', session: { notes: [] } });
    expect((await removeDecision(application, lise, { code, session: session.id, note: 'x' })).outcome).toBe(
      'missing',
    );
  }));

test('readers, and those of another consultation, lead nothing', () =>
  withApplication(async (application) => {
    const session = await begun(application);
    const written = { text: 'x', who: '', when: '' };
    const wish = { code, session: session.id };
    for (const [actor, outcome] of [
      [member('reader'), 'forbidden'],
      [memberOf({ elsewhere: 'owner' }), 'missing'],
    ] as const) {
      const tried = await Promise.all([
        beginSession(application, actor, { code }),
        leadSession(application, actor, { ...wish, at: 'between', lead: { act: 'pause' } }),
        noteDecision(application, actor, { ...wish, written }),
        removeDecision(application, actor, { ...wish, note: 'x' }),
        endSession(application, actor, wish),
      ]);
      expect(tried.map((one) => one.outcome)).toEqual(Array(5).fill(outcome));
    }
    // Under a consultation of one's own, another's session is not there.
    await application.store.save('consultation', newConsultation({ id: 'voisins', version: 0 }));
    const theirs = { code: 'voisins', session: session.id };
    expect((await endSession(application, lise, theirs)).outcome).toBe('missing');
    expect((await noteDecision(application, lise, { ...theirs, written })).outcome).toBe('missing');
  }));

test('a draft, and what is over, has no session', () =>
  withApplication(async (application) => {
    const drafted = newConsultation({ id: 'brouillon', version: 0, draft: true });
    await application.store.save('consultation', drafted);
    expect((await beginSession(application, lise, { code: 'brouillon' })).outcome).toBe('unfit');
  }));
