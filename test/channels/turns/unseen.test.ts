import { expect, test } from '@jest/globals';
import { createUnseen } from '#channels/turns/unseen.ts';

/** A conversation, at times that the test tells. */
function conversation() {
  let ms = 0;
  const unseen = createUnseen(() => ms);
  return {
    later: (more: number) => {
      ms += more;
    },
    arrive: (id: string, timestamp?: string, where = 'here') =>
      unseen.arrive({
        activity: { id, channelId: 'msteams', conversation: { id: where }, timestamp },
      } as never),
  };
}

test('what arrives while an earlier activity is at work was sent before its replies', () => {
  const { arrive } = conversation();
  const first = arrive('1');
  const second = arrive('2');
  expect([first.unseen, second.unseen]).toEqual([[], ['1']]);
  first.answered();
  expect(arrive('3').unseen).toEqual(['2']);
  second.answered();
  expect(arrive('4').unseen).toEqual(['3']);
});

test('other conversations are no matter', () => {
  const { arrive } = conversation();
  arrive('1');
  expect(arrive('2', undefined, 'elsewhere').unseen).toEqual([]);
});

test('what the channel took before the replies can have been there was sent before them, whenever it is brought', () => {
  const { arrive, later } = conversation();
  const first = arrive('1', '2026-11-28T10:00:00.100Z');
  later(80);
  first.answered();
  later(5_000);
  expect(arrive('2', '2026-11-28T10:00:00.100Z').unseen).toEqual(['1']);
  expect(arrive('3', '2026-11-28T10:00:00.177Z').unseen).toContain('1');
  expect(arrive('4', '2026-11-28T10:00:00.180Z').unseen).not.toContain('1');
  expect(arrive('5', '2026-11-28T10:00:00.099Z').unseen).toContain('1');
});

test('clocks that tell whole seconds, or nothing, bound nothing', () => {
  for (const time of ['2026-11-28T10:00:00.000Z', '2026-11-28T10:00:00Z', 'noon', undefined]) {
    const { arrive, later } = conversation();
    const first = arrive('1', time);
    later(80);
    first.answered();
    expect(arrive('2', time).unseen).toEqual([]);
  }
});

test('a conversation remembers its latest activities alone', () => {
  const { arrive } = conversation();
  for (let i = 0; i < 100; i++) arrive(`${i}`);
  expect(arrive('last').unseen).toHaveLength(8);
});
