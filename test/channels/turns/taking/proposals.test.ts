import { expect, test } from '@jest/globals';
import { nobody } from '#channels/turns/in-world.ts';
import type { Event } from '#domain/conversation/event.ts';
import type { Proposal } from '#domain/proposal/proposal.ts';
import { allOf } from '#store/all-of.ts';
import { openStore } from '#store/files/open.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { withFolder } from '#test/store/folders.ts';
import { turnTaker } from './taker.ts';

const now = '2026-11-23T10:00:00.000Z';
const consultation = newConsultation({ proposals: 'allowed' });
const tap = (value: object): Event => ({ kind: 'submit', value });
const propose = (title: string) =>
  tap({
    ...{ act: 'proposal', domain: 'mobility', title },
    ...{ summary: 'Une phrase.', benefit: 'Un gain.', risk: 'Un risque.' },
  });

type Store = Awaited<ReturnType<typeof openStore>>;
type Do = (...events: readonly Event[]) => Promise<readonly string[]>;

/** Somebody who has said who they are, in a store of its own. */
const withAnna = (story: (act: Do, store: Store) => Promise<void>) =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    await store.save('consultation', { ...consultation, version: 0 });
    const take = turnTaker(store, () => now);
    let n = 0;
    const act: Do = async (...events) => {
      let last: readonly string[] = [];
      for (const event of events) {
        n += 1;
        const turn = { key: 'anna', caller: 'x', consultation, rights: nobody, activityId: `${n}`, event };
        const { replies } = await take(turn);
        last = replies.map((reply) => (reply.label === 'notice' ? reply.about : reply.label));
      }
      return last;
    };
    await act(
      { kind: 'joined' },
      tap({ act: 'consent', agree: true }),
      tap({ act: 'profile', decline: true }),
    );
    await story(act, store);
    await store.close();
  });

const decided = (state: 'accepted' | 'refused') => (one: Proposal | undefined) =>
  one && { ...one, state, decidedAt: now, reason: 'Nos raisons.' };

test('a proposal is a record of its own, which says nothing of whose it is; only their record names it', () =>
  withAnna(async (act, store) => {
    expect(await act(propose('Des vélos'))).toEqual(['proposal-received', 'menu']);
    const [proposal] = await allOf(store, 'proposal');
    expect(proposal).toMatchObject({
      consultation: 'decouverte',
      title: 'Des vélos',
      state: 'waiting',
      at: now,
    });
    const person = await store.load('participant', 'anna');
    expect(person?.proposals).toEqual([{ id: proposal?.id }]);
    expect(JSON.stringify(person)).not.toContain('vélos');
    expect(JSON.stringify(proposal)).not.toContain('anna');
    expect(await act(propose('Des vélos'))).toEqual(['proposal-twice', 'menu']);
    expect(await allOf(store, 'proposal')).toHaveLength(1);
  }));

test('they are told once what became of it', () =>
  withAnna(async (act, store) => {
    await act(propose('Des vélos'));
    const [{ id } = { id: '' }] = await allOf(store, 'proposal');
    await store.update('proposal', id, decided('refused'));
    expect(await act({ kind: 'joined' })).toEqual(['proposal-refused', 'welcome-back', 'menu']);
    expect(await act({ kind: 'joined' })).toEqual(['welcome-back', 'menu']);
  }));

test('who is erased takes with them what waits and what was refused; nobody is known of what was accepted', () =>
  withAnna(async (act, store) => {
    await act(propose('Un'), propose('Deux'), propose('Trois'));
    const all = await allOf(store, 'proposal');
    const idOf = (title: string) => all.find((one) => one.title === title)?.id ?? '';
    await store.update('proposal', idOf('Deux'), decided('accepted'));
    await store.update('proposal', idOf('Trois'), decided('refused'));
    await act({ kind: 'text', text: 'effacer' }, tap({ act: 'erase', sure: true }));
    expect(await store.load('participant', 'anna')).toBeUndefined();
    expect((await allOf(store, 'proposal')).map(({ title }) => title)).toEqual(['Deux']);
  }));
