import { expect, test } from '@jest/globals';
import { createKeyMaker } from '#channels/keys.ts';
import { newResumeCode } from '#channels/resume-code.ts';
import { nobody } from '#channels/turns/in-world.ts';
import { openStore } from '#store/files/open.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { withFolder } from '#test/store/folders.ts';
import { turnTaker } from './taker.ts';

const keys = createKeyMaker('a secret of this test');
const day = 86_400_000;

type Town = Awaited<ReturnType<typeof town>>;

/** People who type, each at a device and an address of their own; the clock is moved by hand. */
async function town(dir: string) {
  const store = await openStore(dir);
  const clock = { now: Date.parse('2026-11-23T10:00:00.000Z') };
  const now = () => new Date(clock.now).toISOString();
  const takeTurn = turnTaker(store, now, keys);
  let activities = 0;
  const does = async (key: string, event: Parameters<typeof takeTurn>[0]['event'], caller = key) => {
    activities += 1;
    const turn = { key, caller, event, rights: nobody, consultation: newConsultation() };
    const { replies } = await takeTurn({ ...turn, activityId: `${activities}` });
    return replies.map((reply) => (reply.label === 'notice' ? reply.about : reply.label));
  };
  const says = (key: string, text: string, caller = key) => does(key, { kind: 'text', text }, caller);
  /** Somebody who has begun and paused, and their code. */
  const pausing = async (key: string) => {
    await says(key, 'bonjour');
    await does(key, { kind: 'submit', value: { act: 'consent', agree: true } });
    await says(key, 'pause');
    return (await store.load('participant', key))?.resumeCode ?? '';
  };
  const close = async () => {
    await store.close();
  };
  return { store, clock, does, says, pausing, close };
}

const inTown = (live: (its: Town) => Promise<void>) =>
  withFolder(async (dir) => {
    const its = await town(dir);
    try {
      await live(its);
    } finally {
      await its.close();
    }
  });

test('a code works once, and the next pause gives another', () =>
  inTown(async ({ store, says, pausing }) => {
    const code = await pausing('first');
    expect(await says('second', code)).toEqual(['welcome-back', 'profile']);
    expect(await says('third', code)).toEqual(['resume-unknown', 'consent']);
    await says('second', 'pause');
    const next = (await store.load('participant', 'first'))?.resumeCode ?? '';
    expect(next).not.toBe(code);
    expect(await says('third', next)).toEqual(['welcome-back', 'profile']);
  }));

test('of two who use a code at once, one is let in', () =>
  inTown(async ({ says, pausing }) => {
    const code = await pausing('first');
    const both = await Promise.all([says('second', code), says('third', code)]);
    expect(both.map(([first]) => first).sort()).toEqual(['resume-unknown', 'welcome-back']);
  }));

test('the first device is told at its next turn, once', () =>
  inTown(async ({ store, says, does, pausing }) => {
    const code = await pausing('first');
    await says('second', code);
    expect(await does('first', { kind: 'joined' })).toEqual(['taken-up', 'welcome-back', 'profile']);
    expect(await does('first', { kind: 'joined' })).toEqual(['welcome-back', 'profile']);
    expect((await does('second', { kind: 'joined' }))[0]).toBe('welcome-back');
    expect(await store.load('participant', 'first')).not.toHaveProperty('untold');
  }));

test('a code stops working ninety days after its person last spoke', () =>
  inTown(async ({ clock, says, pausing }) => {
    const [one, other] = [await pausing('first'), await pausing('second')];
    clock.now += 89 * day;
    expect((await says('third', one))[0]).toBe('welcome-back');
    clock.now += 2 * day;
    expect((await says('fourth', other))[0]).toBe('resume-unknown');
  }));

test('a code of eight letters, given out before, still leads to its person, and a pause gives a longer one', () =>
  inTown(async ({ store, says, pausing }) => {
    await pausing('first');
    const before = 'KTMP-4P7R';
    const link = { schema: 1, version: 0, participant: 'first' } as const;
    await store.save('link', { ...link, id: keys.resumeCode(before) });
    await store.update('participant', 'first', (person) => person && { ...person, resumeCode: before });
    await says('first', 'pause');
    expect((await store.load('participant', 'first'))?.resumeCode).toMatch(/^\w{5}-\w{5}-\w{5}$/);
    expect((await says('second', 'ktmp 4p7r'))[0]).toBe('welcome-back');
  }));

test(
  'whoever guesses waits; a right code opens from the same address, and a short one from any other',
  () =>
    inTown(async ({ store, says, pausing }) => {
      const code = await pausing('first');
      await pausing('second');
      const link = { schema: 1, version: 0, participant: 'second' } as const;
      await store.save('link', { ...link, id: keys.resumeCode('KTMP-4P7R') });
      const heard = new Set<string | undefined>();
      for (let i = 0; i < 300; i++) heard.add((await says('guesser', newResumeCode(), 'school'))[0]);
      expect([...heard]).toEqual(['resume-unknown', 'resume-later']);
      expect((await says('guesser', 'KTMP-4P7R', 'school'))[0]).toBe('resume-later');
      expect((await says('third', code, 'school'))[0]).toBe('welcome-back');
      expect((await says('fourth', 'KTMP-4P7R', 'elsewhere'))[0]).toBe('welcome-back');
    }),
  30_000,
);
