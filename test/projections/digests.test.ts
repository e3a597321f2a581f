import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { criteria, horizons } from '#domain/participant/ballot.ts';
import type { Participant, ToExamine } from '#domain/participant/participant.ts';
import { createChangeFeed } from '#projections/change-feed.ts';
import { createFreeTexts } from '#projections/free-texts.ts';
import { createLiveTallies, type GroupNow } from '#projections/live-tallies.ts';
import { createParticipationProjection } from '#projections/participation.ts';
import { draws } from '#scenario/analysis/clusters/draws.ts';
import { openStore } from '#store/files/open.ts';
import { openPostgres } from '#store/postgres/open-postgres.ts';
import type { Store } from '#store/store.ts';
import { runs } from '#test/runs.ts';
import { withFolder } from '#test/store/folders.ts';
import { onPostgres } from '#test/store/postgres/suite.ts';
import { catalogue, newConsultation, newPerson } from '../conversations/world.ts';
import { put } from './held-store.ts';
import { releasing } from './releasing.ts';

const now = '2026-11-23T12:00:00.000Z';
const all = newConsultation({ version: 0, minGroup: 5 });
const part = newConsultation({ version: 0, id: 'deux', domains: ['mobility', 'health'], minGroup: 5 });

/** Somebody drawn by a number: anything from a person who has not agreed to one who said something to everything. */
function somebody(seed: number): Partial<Participant> {
  const draw = draws(seed + 1);
  const one = <T>(among: readonly T[]) => among[Math.floor(draw() * among.length)] as T;
  const { domains } = catalogue;
  const ballot = () => ({
    ...{ stance: one([-2, -1, 0, 1, 2, 'dont-know'] as const), kept: draw() < 0.4 },
    ...{ horizon: one(horizons), benefits: draw() < 0.5 ? [one(criteria)] : [] },
    ...(draw() < 0.2 && { concern: `à "voir"\t${seed}\n…`, shared: true as const }),
  });
  const ballots = domains.flatMap(({ trajectories }) =>
    trajectories
      .filter(() => draw() < 0.3)
      .map(({ id }) => [id, draw() < 0.2 ? 'skipped' : ballot()] as const),
  );
  const answers = domains.flatMap(({ questions }) =>
    questions
      .filter(() => draw() < 0.3)
      .map(({ id }) => [id, { kind: one(['skipped', 'dont-know'] as const) }] as const),
  );
  return {
    ...{ consultation: one([all, part]).id, seed, updatedAt: now },
    ...(draw() < 0.4 && { examining: { mobility: listed(draw) } }),
    ...(draw() < 0.1 && { consent: undefined as never }),
    ...(draw() < 0.6 && {
      profile: { roles: [one(catalogue.roles)], territory: one(catalogue.territories) },
    }),
    ...(draw() < 0.3 && { domain: one(domains).id }),
    ...(draw() < 0.3 && { unclear: [{ item: 'menu', at: now, text: `quoi ${seed}` }] }),
    ...{ answers: Object.fromEntries(answers), ballots: Object.fromEntries(ballots), castAt: now },
    ...{
      spent: Math.floor(draw() * 5_000),
      startedAt: `2026-11-${10 + Math.floor(draw() * 9)}T10:00:00.000Z`,
    },
  };
}

/** People who come now, and what they are given to examine hangs on what everybody has seen and is about to see. */
const newcomers = Array.from({ length: 6 }, (_, seed) =>
  newPerson({ id: `new${seed}`, seed, consent: { at: now } }),
);

const drawnIn = (its: Consultation, person: Participant, draw: GroupNow['draw']) =>
  catalogue.domains
    .filter(({ id }) => its.domains.includes(id))
    .reduce((before, domain) => draw(domain, before), {
      ...person,
      consultation: its.id,
      id: `${its.id} ${person.id}`,
    }).examining;

/** A list of some of a domain. */
const listed = (draw: () => number): ToExamine[] =>
  catalogue.domains
    .filter(({ id }) => id === 'mobility')
    .flatMap(({ trajectories }) => trajectories.filter(() => draw() < 0.4))
    .map(({ id }) => ({ id, why: 'relevant' }));

/** A program's projections over a store, and all that they say once they are ready. */
async function started(opening: Promise<Store>) {
  const store = await opening;
  for (const one of [all, part])
    if ((await store.load('consultation', one.id)) === undefined) await store.save('consultation', one);
  const catalogues = cataloguesOf([catalogue]);
  const feed = createChangeFeed(store);
  let read = 0;
  feed.add({
    participant: (_id, _person, how) => {
      if (how === 'counted') read += 1;
    },
    digestOf: () => undefined,
    restore: () => true,
  });
  const [draw, log] = [async () => undefined, { error: () => undefined }];
  const tallies = createLiveTallies({ store, feed, catalogues, draw, now: () => now, log, ...releasing() });
  const participation = createParticipationProjection(
    feed,
    catalogues,
    async (its) => (await tallies.participationIn(its)).took,
  );
  const texts = createFreeTexts(feed);
  feed.start();
  await feed.ready;
  const said = async () =>
    Promise.all(
      [all, part].map(async ({ id }) => {
        const its = await store.load('consultation', id);
        if (its === undefined) throw new Error(id);
        return {
          view: await tallies.view(its, now),
          took: await tallies.participationIn(its),
          lists: await tallies.decideWith(its, ({ draw }) => newcomers.map((one) => drawnIn(its, one, draw))),
          progress: await participation.of(its),
          texts: await texts.of(id),
          unclear: await texts.unclear(id),
        };
      }),
    );
  return { store, said, read: () => read };
}

const Step = fc.record({
  who: fc.nat(29),
  seed: fc.nat(10_000),
  what: fc.constantFrom('goes on', 'goes on', 'is erased'),
});

test('what a start is given in digests is what it would have read, whoever went on or left before and meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(Step, { minLength: 30, maxLength: 60 }),
      fc.array(Step, { maxLength: 10 }),
      (before, after) =>
        withFolder(async (dir) => {
          const first = await started(openStore(dir));
          for (const { who, seed } of before) await put(first.store, `p${who}`, somebody(seed));
          await first.store.close();
          const second = await started(openStore(dir));
          expect(second.read()).toBe(0);
          for (const { who, seed, what } of after) {
            if (what === 'is erased') await second.store.erase('participant', `p${who}`);
            else await put(second.store, `p${who}`, somebody(seed));
          }
          await second.store.close();
          const given = await started(openStore(dir));
          expect(given.read()).toBe(0);
          const said = await given.said();
          await given.store.close();
          await rm(join(dir, 'digest'), { recursive: true });
          const read = await started(openStore(dir));
          expect(read.read()).toBeGreaterThan(0);
          expect(said).toEqual(await read.said());
          await read.store.close();
        }),
    ),
    { numRuns: runs(4, 60) },
  );
}, 120_000);

test('people of a consultation that asks something else now are read anew', () =>
  withFolder(async (dir) => {
    const first = await started(openStore(dir));
    for (let seed = 0; seed < 20; seed++) await put(first.store, `p${seed}`, somebody(seed));
    await first.store.close();
    const store = await openStore(dir);
    await store.update('consultation', part.id, (one) => one && { ...one, timeZone: 'America/Cayenne' });
    await store.close();
    const second = await started(openStore(dir));
    const [, other] = await second.said();
    expect(other?.progress.starts).toBeGreaterThan(0);
    expect(second.read()).toBeGreaterThanOrEqual(other?.progress.starts ?? 0);
    expect(second.read()).toBeLessThan(20);
    await second.store.close();
  }));

onPostgres('a start on PostgreSQL', (server) => {
  test('is given in digests what it would have read, whichever node people went on at', async () => {
    const url = await (await server()).database();
    const open = async () => (await openPostgres(url)).store;
    const [one, other] = [await started(open()), await started(open())];
    for (let seed = 0; seed < 60; seed++) {
      const id = `p${seed % 40}`;
      const { store } = seed % 3 === 0 ? other : one;
      const { id: consultation } = seed % 2 === 0 ? all : part;
      await store.update('participant', id, () => newPerson({ ...somebody(seed), id, consultation }));
    }
    await one.store.erase('participant', 'p7');
    await Promise.all([one.store.close(), other.store.close()]);
    const given = await started(open());
    expect(given.read()).toBe(0);
    const said = await given.said();
    await given.store.close();
    const { store, database } = await openPostgres(url);
    await database.query('UPDATE trajectoires.participants SET digest_form = NULL');
    await store.close();
    const read = await started(open());
    expect(read.read()).toBe(39);
    expect(said).toEqual(await read.said());
    await read.store.close();
  }, 60_000);
});
