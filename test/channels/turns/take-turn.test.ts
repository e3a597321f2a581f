import { expect, test } from '@jest/globals';
import { nobody } from '#channels/turns/in-world.ts';
import type { Event } from '#domain/conversation/event.ts';
import { openStore } from '#store/files/open.ts';
import { newConsultation, newPerson } from '#test/conversations/world.ts';
import { withFolder } from '#test/store/folders.ts';
import { turnTaker } from './taker.ts';

const began = Date.parse('2026-11-23T10:00:00.000Z');
const tap = (value: object): Event => ({ kind: 'submit', value });

/** What somebody does, and when: in seconds after the first thing they did. */
const deeds: readonly (readonly [seconds: number, Event, spent: number | undefined])[] = [
  [0, { kind: 'joined' }, undefined],
  [0, tap({ act: 'consent', agree: true, unclear: 'true' }), 0],
  [20, tap({ act: 'profile', decline: true }), 20],
  [50, tap({ act: 'open', domain: 'mobility' }), 50],
  [110, { kind: 'text', text: 'zzz' }, 110],
  [7200, { kind: 'text', text: 'passer' }, 110],
  [7215, { kind: 'text', text: 'passer' }, 125],
];

test('the time given to the conversation is kept, pauses left out, and counts once when a channel repeats itself', () =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    let seconds = 0;
    const now = () => new Date(began + 1000 * seconds).toISOString();
    const takeTurn = turnTaker(store, now);
    const deed = (i: number, event: Event) =>
      takeTurn({
        key: 'somebody',
        consultation: newConsultation(),
        rights: nobody,
        activityId: `${i}`,
        caller: 'somewhere',
        event,
      });

    for (const [i, [at, event, spent]] of deeds.entries()) {
      seconds = at;
      await deed(i, event);
      expect((await store.load('participant', 'somebody'))?.spent).toBe(spent);
      seconds = at + 5;
      await deed(i, event);
      expect((await store.load('participant', 'somebody'))?.spent).toBe(spent);
    }
    expect(await store.load('participant', 'somebody')).toMatchObject({
      consent: { unclear: true },
      unclear: [{ item: 'mobility-daily', text: 'zzz' }],
    });
    await store.close();
  }));

test('a document of before a go-ahead, which an earlier release kept, goes with the first word, and all that led to it', () =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    const takeTurn = turnTaker(store, () => new Date(began).toISOString());
    const traces = [{ kind: 'link' as const, id: 'a-code' }];
    await store.save('link', { schema: 1, id: 'a-code', version: 0, participant: 'somebody' });
    await store.save(
      'participant',
      newPerson({ version: 0, declined: true, resumeCode: 'KTMP-4P7R', traces }),
    );
    const said = async (activityId: string, text: string) => {
      const turn = {
        key: 'somebody',
        caller: 'somebody',
        consultation: newConsultation(),
        rights: nobody,
        activityId,
      };
      const { replies } = await takeTurn({ ...turn, event: { kind: 'text', text } });
      return replies.map(({ label }) => label);
    };
    expect(await said('1', 'oui')).toEqual(['welcome', 'consent']);
    expect(await store.load('participant', 'somebody')).toBeUndefined();
    expect(await store.load('link', 'a-code')).toBeUndefined();
    expect(await said('2', 'oui')).toEqual(['profile']);
    const kept = await store.load('participant', 'somebody');
    expect(kept).toMatchObject({ version: 1, consent: {}, traces: [] });
    expect(kept).not.toHaveProperty('informed');
    await store.close();
  }));
