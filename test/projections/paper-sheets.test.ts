import { expect, test } from '@jest/globals';
import { onPaper } from '#domain/paper/on-paper.ts';
import { createChangeFeed } from '#projections/change-feed.ts';
import { countPerson, personDigest, restorePerson } from '#projections/group/count-person.ts';
import { createPaperSheets } from '#projections/paper-sheets.ts';
import { moveTally } from '#scenario/analysis/tally/move-tally.ts';
import { createTally } from '#scenario/analysis/tally/tally.ts';
import { coarseScenario, groupScenario } from '#scenario/group.ts';
import { openStore } from '#store/files/open.ts';
import { catalogue, newConsultation, newPerson } from '../conversations/world.ts';
import { withFolder } from '../store/folders.ts';

const at = '2026-11-23T10:00:00.000Z';
const ballots = { 'mobility-avoided': { stance: 2, kept: false, benefits: [] } } as const;
const online = (i: number) =>
  newPerson({
    ...{ id: `online-${i}`, consent: { at } },
    ballots: { 'mobility-avoided': { ...ballots['mobility-avoided'], benefits: [] } },
  });
const paper = (number: number) =>
  onPaper(
    { number, roles: [], stances: { 'mobility-avoided': -2 }, remarks: {} },
    { consultation: 'decouverte', catalogue, language: 'fr', now: at, seed: number },
  );

function counted(how: 'with' | 'apart', sheets: number) {
  const tally = createTally(catalogue, ['mobility']);
  const consultation = how === 'apart' ? { paper: 'apart' as const } : {};
  for (let i = 0; i < 20; i++) countPerson({ tally, consultation }, `online-${i}`, online(i));
  for (let i = 1; i <= sheets; i++) countPerson({ tally, consultation }, paper(i).id, paper(i));
  return tally;
}
const supported = (tally: ReturnType<typeof counted>) =>
  groupScenario(tally, catalogue, 5)
    .domains.flatMap(({ trajectories }) => trajectories)
    .find(({ trajectory }) => trajectory === 'mobility-avoided')?.figures;

test('with the others, sheets are in the result, and how many is said', () => {
  const tally = counted('with', 12);
  const { n, who } = groupScenario(tally, catalogue, 5);
  expect([n, who.paper]).toEqual([32, 12]);
  expect(supported(tally)).toMatchObject({ n: 32, support: { share: 20 / 32 } });
});

test('apart, they are not; how many there are is said all the same, and few are not counted', () => {
  const tally = counted('apart', 12);
  const { n, who } = groupScenario(tally, catalogue, 5);
  expect([n, who.paper]).toEqual([20, 12]);
  expect(supported(tally)).toMatchObject({ n: 20, support: { share: 1 } });
  expect(groupScenario(counted('apart', 4), catalogue, 5).who.paper).toBe('few');
  expect(coarseScenario(groupScenario(tally, catalogue, 5), 5, () => 0).who.paper).toBe(10);
  expect(groupScenario(counted('with', 0), catalogue, 5).who).not.toHaveProperty('paper');
});

test.each(['with', 'apart'] as const)(
  '%s, somebody is known again after a start, leaves, and moves along',
  (how) => {
    const before = counted(how, 6);
    const after = createTally(catalogue, ['mobility']);
    for (let i = 0; i < 20; i++)
      expect(restorePerson(after, `online-${i}`, personDigest(before, `online-${i}`))).toBe(true);
    for (let i = 1; i <= 6; i++) {
      const digest: unknown = JSON.parse(JSON.stringify(personDigest(before, paper(i).id)));
      expect(restorePerson(after, paper(i).id, digest)).toBe(true);
    }
    expect(groupScenario(after, catalogue, 5)).toEqual(groupScenario(before, catalogue, 5));
    expect(groupScenario(moveTally(after, createTally(catalogue, ['mobility'])), catalogue, 5)).toEqual(
      groupScenario(before, catalogue, 5),
    );
    const consultation = how === 'apart' ? { paper: 'apart' as const } : {};
    for (let i = 1; i <= 6; i++) countPerson({ tally: after, consultation }, paper(i).id, undefined);
    expect(groupScenario(after, catalogue, 5)).toEqual(groupScenario(counted(how, 0), catalogue, 5));
    expect(restorePerson(after, 'x', { paper: true, tally: 'nonsense' })).toBe(false);
  },
);

test('the sheets that were entered are listed, the latest first, before and after a start', () =>
  withFolder(async (dir) => {
    for (const round of ['first', 'again']) {
      const store = await openStore(dir);
      const feed = createChangeFeed(store);
      const sheets = createPaperSheets(feed);
      feed.start();
      if (round === 'first') {
        await store.save('consultation', newConsultation({ version: 0 }));
        await store.save('participant', online(1));
        await store.save('participant', paper(1));
        await store.save('participant', { ...paper(7), updatedAt: '2026-11-24T10:00:00.000Z' });
        await store.save('participant', paper(3));
        await store.erase('participant', paper(1).id);
      }
      expect(await sheets.of('decouverte')).toEqual([
        { number: 7, at: '2026-11-24T10:00:00.000Z' },
        { number: 3, at },
      ]);
      expect(await sheets.of('elsewhere')).toEqual([]);
      await store.close();
    }
  }));
