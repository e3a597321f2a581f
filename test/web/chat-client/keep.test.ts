import { expect, test } from '@jest/globals';
import { createKeep } from '#web/chat-client/kept/keep.ts';
import { type Shelf, shelfInPage } from '#web/chat-client/kept/shelf.ts';

/** A browser gives what it holds by name, not in the order in which it was said. */
function byName(): Shelf {
  const shelf = shelfInPage();
  const all: Shelf['all'] = async (drawer) =>
    [...(await shelf.all(drawer))].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { ...shelf, all };
}

test('what was said while away leaves in the order in which it was said, after what the server said last', async () => {
  const shelf = byName();
  const keep = createKeep(shelf);
  const at = Date.parse('2026-11-29T09:29:40.617Z');
  await keep.heard(
    {
      activities: [{ type: 'message', id: 'turn.1', at, mine: false, text: 'Utile ?', cards: [] }],
      watermark: '1',
    },
    'here',
  );
  for (const id of ['c', 'b', 'a']) await keep.say(id, id, {});
  expect((await keep.waiting()).map((one) => one.clientActivityID)).toEqual(['c', 'b', 'a']);

  // After a reload too.
  const found = await createKeep(shelf).find();
  expect([...found.said].sort((one, other) => one.n - other.n).map(({ id }) => id)).toEqual([
    'turn.1',
    'c',
    'b',
    'a',
  ]);
});
