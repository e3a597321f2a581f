import { expect, test } from '@jest/globals';
import { createDrawnLists } from '#projections/group/drawn-lists.ts';
import { catalogue, newConsultation, newPerson } from '#test/conversations/world.ts';

const consent = { at: '2026-11-23T10:00:00.000Z' };
const [domain] = catalogue.domains;
if (domain === undefined) throw new Error('No domain');
const ids = domain.trajectories.map(({ id }) => id);
const examining = { [domain.id]: ids.slice(0, 3).map((id) => ({ id, why: 'relevant' as const })) };
const [a = '', b = ''] = ids;

test('what is on a list counts until it is examined or passed over, or its person leaves', () => {
  const lists = createDrawnLists(() => '2026-11-23T10:30:00.000Z');
  const on = (id: string) => lists.of('decouverte')(id);
  const ada = newPerson({ id: 'ada', consent, examining });
  lists.participant('ada', ada, 'changed');
  lists.participant('bob', { ...ada, id: 'bob' }, 'changed');
  lists.participant('elsewhere', { ...ada, id: 'elsewhere', consultation: 'deux' }, 'changed');
  expect([on(a), on(b)]).toEqual([2, 2]);
  lists.participant('ada', { ...ada, ballots: { [a]: 'skipped' } }, 'changed');
  expect([on(a), on(b)]).toEqual([1, 2]);
  lists.participant('bob', undefined, 'changed');
  expect([on(a), on(b)]).toEqual([0, 1]);
});

test('nobody is awaited an hour after they last did something', () => {
  let now = '2026-11-23T10:30:00.000Z';
  const lists = createDrawnLists(() => now);
  lists.participant('ada', newPerson({ id: 'ada', consent, examining, updatedAt: now }), 'changed');
  expect(lists.of('decouverte')(a)).toBe(1);
  now = '2026-11-23T11:30:01.000Z';
  expect(lists.of('decouverte')(a)).toBe(0);
  // Told of at a start, they are not either; once they come back and draw, they are.
  const late = newPerson({ id: 'late', consent, examining, updatedAt: '2026-11-23T09:00:00.000Z' });
  lists.participant('late', late, 'counted');
  expect(lists.of('decouverte')(a)).toBe(0);
  const back = lists.drawIn(newConsultation(), () => 0)(domain, late);
  for (const { id } of back.examining?.[domain.id] ?? []) expect(lists.of('decouverte')(id)).toBe(1);
});

test('of many who draw before any is saved, each knows what the others were given; a draw taken again is the same', () => {
  const lists = createDrawnLists(() => '2026-11-23T10:30:00.000Z');
  const drawOne = lists.drawIn(newConsultation({ minGroup: 5 }), () => 0);
  const draw = (seed: number) => drawOne(domain, newPerson({ id: `p${seed}`, seed, consent }));
  let last: unknown;
  for (let seed = 0; seed < 35; seed++) last = draw(seed);
  const counts = ids.map((id) => lists.of('decouverte')(id));
  // 35 people with four places each, over eleven: some thirteen views each.
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(140);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(10);
  expect(draw(34)).toEqual(last);
  expect(ids.map((id) => lists.of('decouverte')(id))).toEqual(counts);
});

test('what a digest holds is taken up again as it was', () => {
  const [before, after] = [1, 2].map(() => createDrawnLists(() => '2026-11-23T10:30:00.000Z'));
  before?.participant('ada', newPerson({ id: 'ada', consent, examining }), 'changed');
  expect(before?.digestOf('bob', 'decouverte')).toBeUndefined();
  const digest: unknown = JSON.parse(JSON.stringify(before?.digestOf('ada', 'decouverte')));
  expect(after?.restore('ada', 'decouverte', digest)).toBe(true);
  expect(after?.of('decouverte')(a)).toBe(1);
  expect(after?.restore('bob', 'decouverte', { at: 'never' })).toBe(false);
});
