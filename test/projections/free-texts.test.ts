import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ballot } from '#domain/participant/ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { createChangeFeed } from '#projections/change-feed.ts';
import { createFreeTexts, type FreeTexts } from '#projections/free-texts.ts';
import type { Store } from '#store/store.ts';
import { runs } from '../runs.ts';
import { heldStore, put } from './held-store.ts';

let store: Store;
let drop: () => Promise<void>;
let texts: FreeTexts;
beforeEach(async () => {
  ({ store, drop } = await heldStore());
  const feed = createChangeFeed(store);
  texts = createFreeTexts(feed);
  feed.start();
});
afterEach(() => drop());

const read = async () => (await texts.of('decouverte')).map(({ text }) => text);
const wrote = (value: string, shared?: true): Pick<Participant, 'answers'> => ({
  answers: { why: { kind: 'text', value, ...(shared && { shared }) } },
});
const plain: Ballot = { stance: 1, kept: true, benefits: [] };
const at = '2026-11-23T10:00:00.000Z';

test('a text is read once its author allows it, and gone with the leave, the person, or its own words', async () => {
  await put(store, 'ada', wrote('Un bus le soir'));
  expect(await read()).toEqual([]);
  await put(store, 'ada', wrote('Un bus le soir', true));
  expect(await read()).toEqual(['Un bus le soir']);
  const [before] = await texts.of('decouverte');
  await put(store, 'ada', wrote('Un train le soir', true));
  expect(await read()).toEqual(['Un train le soir']);
  expect((await texts.of('decouverte'))[0]?.id).not.toBe(before?.id);
  await put(store, 'ada', wrote('Un train le soir'));
  expect(await read()).toEqual([]);
  await put(store, 'ada', wrote('Un train le soir', true));
  await store.erase('participant', 'ada');
  expect(await read()).toEqual([]);
});

test('whoever takes their consent back takes their texts with them', async () => {
  await put(store, 'ada', wrote('Un bus le soir', true));
  expect(await read()).toHaveLength(1);
  const ada = await store.load('participant', 'ada');
  if (ada === undefined) throw new Error('Ada is gone');
  const { consent: _, ...rest } = ada;
  await store.save('participant', rest);
  expect(await read()).toEqual([]);
});

test('a condition and a concern go by the leave of their ballot', async () => {
  await put(store, 'ada', {
    ballots: {
      m1: { ...plain, condition: 'Si c’est gratuit', concern: 'Le bruit', shared: true },
      m2: { ...plain, concern: 'Pas pour vous' },
      m3: 'skipped',
    },
  });
  const kinds = (await texts.of('decouverte')).map(({ item, kind, text }) => [item, kind, text]);
  expect(kinds.toSorted()).toEqual([
    ['m1', 'concern', 'Le bruit'],
    ['m1', 'condition', 'Si c’est gratuit'],
  ]);
});

test('the same words of two people are two texts, and neither tells whose it is', async () => {
  await put(store, 'ada-lovelace', wrote('Pareil', true));
  await put(store, 'bob', wrote('Pareil', true));
  const [one, other] = await texts.of('decouverte');
  expect(one?.id).not.toBe(other?.id);
  expect(JSON.stringify([one, other])).not.toMatch(/ada|bob/);
  expect(Object.keys(one ?? {}).toSorted()).toEqual(['id', 'item', 'kind', 'text']);
});

test('the order does not follow who came first', async () => {
  const order = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 6 });
  const run = async (people: readonly string[]) => {
    for (const id of people) await store.erase('participant', id);
    for (const id of people) await put(store, id, wrote(`de ${id}`, true));
    return read();
  };
  const seen = await run(['a', 'b', 'c', 'd', 'e', 'f']);
  await fc.assert(
    fc.asyncProperty(order, async (people) => expect(await run(people)).toEqual(seen)),
    { numRuns: runs(10, 100) },
  );
});

test('a reply that was not understood is read where its author allowed it, of this consultation alone', async () => {
  await put(store, 'ada', {
    unclear: [
      { item: 'why', at, text: 'bof' },
      { item: 'menu', at },
    ],
  });
  await put(store, 'bob', { consultation: 'autre', unclear: [{ item: 'why', at, text: 'euh' }] });
  expect(await texts.unclear('decouverte')).toEqual([{ item: 'why', text: 'bof' }]);
  expect(await texts.unclear('autre')).toEqual([{ item: 'why', text: 'euh' }]);
  expect(await texts.of('decouverte')).toEqual([]);
});
