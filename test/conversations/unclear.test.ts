import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { converse } from '#dialogs/converse.ts';
import { longestUnclear, Participant, unclearKept } from '#domain/participant/participant.ts';
import { runs } from '../runs.ts';
import { newPerson, newWorld } from './world.ts';

/** Nothing typed is a number or a yes here. */
const world = newWorld(async () => ({ numbers: [] }));

/** Somebody at the first question of a domain, who allows their unclear replies to be read, or does not. */
const person = (unclear?: true) =>
  newPerson({
    version: 1,
    consent: { at: world.now, ...(unclear && { unclear }) },
    profile: { roles: 'declined', territory: 'declined' },
    domain: 'mobility',
  });

async function said(texts: readonly string[], start = person(true)): Promise<Participant> {
  let now = start;
  for (const text of texts) now = (await converse(now, { kind: 'text', text }, world)).participant;
  return now;
}

test('the last twenty are remembered, oldest first', async () => {
  const { unclear = [] } = await said(Array.from({ length: 25 }, (_, i) => `zzz${'z'.repeat(i)}`));
  expect(unclear).toHaveLength(unclearKept);
  expect(unclear.map(({ text }) => text?.length)).toEqual(Array.from({ length: 20 }, (_, i) => 8 + i));
  expect(new Set(unclear.map(({ item }) => item))).toEqual(new Set(['mobility-daily']));
});

test('of a long one the beginning is, cut between two signs', async () => {
  const long = `${'z'.repeat(longestUnclear - 1)}😢${'z'.repeat(500)}`;
  const { unclear = [] } = await said([long]);
  expect(unclear).toEqual([{ item: 'mobility-daily', at: world.now, text: 'z'.repeat(longestUnclear - 1) }]);
});

test('a trajectory that is answered beside the point is named', async () => {
  const examining = { mobility: [{ id: 'mobility-avoided', why: 'asked' as const }] };
  const focus = { on: 'trajectory' as const, id: 'mobility-avoided' };
  const { unclear } = await said(['zzz'], { ...person(), examining, focus });
  expect(unclear).toEqual([{ item: 'mobility-avoided', at: world.now }]);
});

test('whatever is typed, the document holds; without leave no word of it is kept', async () => {
  const typed = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constant('zzz')), {
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(typed, fc.constantFrom(true as const, undefined), async (texts, leave) => {
      const { unclear, ...after } = await said(texts, person(leave));
      expect(Participant.parse({ ...after, unclear })).toEqual({ ...after, unclear });
      if (leave === undefined) for (const one of unclear ?? []) expect(one).not.toHaveProperty('text');
    }),
    { numRuns: runs(20, 1000) },
  );
});
