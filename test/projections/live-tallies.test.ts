import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Ballot } from '#domain/participant/ballot.ts';
import { createChangeFeed } from '#projections/change-feed.ts';
import { createClusterPool } from '#projections/clusters/draw-clusters.ts';
import { createLiveTallies, type LiveTallies, type LiveTalliesParts } from '#projections/live-tallies.ts';
import { openStore } from '#store/files/open.ts';
import type { Store } from '#store/store.ts';
import { catalogue, newConsultation, newPerson } from '../conversations/world.ts';
import { releasing } from './releasing.ts';

let dir: string;
let store: Store;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trajectoires-groups-'));
  store = await openStore(dir);
});
afterAll(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

test('a result and its opinion groups are there by themselves, and stay after a restart', async () => {
  const trajectories = catalogue.domains
    .flatMap((domain) => domain.trajectories.map(({ id }) => id))
    .slice(0, 12);
  await store.save('consultation', newConsultation({ version: 0, minGroup: 5 }));
  const errors: unknown[] = [];
  const parts = {
    store,
    catalogues: cataloguesOf([catalogue]),
    draw: createClusterPool().draw,
    now: () => new Date().toISOString(),
    log: { error: (...all: unknown[]) => void errors.push(all) },
    ...releasing(),
  };
  fed(parts);

  const drawn = Promise.withResolvers<Consultation>();
  store.watch(({ kind, record }) => {
    if (kind === 'consultation' && record?.final?.scenario.opinion) drawn.resolve(record);
  });
  for (let i = 0; i < 40; i++) {
    const ballots = trajectories.map((id, item): [string, Ballot] => {
      const side = item < 6 === i < 24 ? 2 : -2;
      return [id, { stance: (i + item) % 9 === 0 ? 0 : side, kept: false, benefits: [] }];
    });
    const at = '2026-11-20T10:00:00.000Z';
    await store.save(
      'participant',
      newPerson({ id: `p${i}`, consent: { at }, castAt: at, ballots: Object.fromEntries(ballots) }),
    );
  }
  await store.update('consultation', 'decouverte', (one) => one && { ...one, closed: true });
  const { final } = await drawn.promise;
  expect(errors).toEqual([]);
  expect(final?.scenario.opinion?.groups.map(({ n }) => n)).toEqual([24, 16]);

  const again = fed(parts);
  const consultation = await store.load('consultation', 'decouverte');
  if (consultation === undefined) throw new Error('No consultation');
  const view = await again.view(consultation, parts.now());
  expect(view.state === 'released' && view.scenario.opinion).toEqual(final?.scenario.opinion);
});

test('of two nodes that are asked for the final result at once, both tell the one that stands', async () => {
  const its = newConsultation({ id: 'two-nodes', version: 0, minGroup: 5 });
  await store.save('consultation', its);
  const trajectory = catalogue.domains[0]?.trajectories[0]?.id ?? '';
  const on = (minute: number) => `2026-11-20T10:0${minute}:00.000Z`;
  for (let i = 0; i < 6; i++)
    await store.save(
      'participant',
      newPerson({
        ...{ id: `two-${i}`, consultation: its.id, consent: { at: on(0) }, castAt: on(0) },
        ballots: { [trajectory]: { stance: 2, kept: false, benefits: [] } },
      }),
    );
  const closed = await store.update('consultation', its.id, (one) => one && { ...one, closed: true });
  if (closed.outcome !== 'saved') throw new Error('Not closed');
  const parts = {
    ...{ store, catalogues: cataloguesOf([catalogue]), draw: async () => undefined },
    ...{ now: () => on(1), log: { error: (...all: unknown[]) => console.error(all) } },
    ...releasing(),
  };
  const [one, two] = [fed(parts), fed(parts)];
  const [here, there] = await Promise.all([one.view(closed.record, on(2)), two.view(closed.record, on(3))]);
  expect(here).toMatchObject({ state: 'released', kind: 'final' });
  expect(there).toEqual(here);
  const stored = await store.load('consultation', its.id);
  expect(here).toMatchObject({ at: stored?.final?.at });
});

/** Groups that follow the store from now on. */
function fed(parts: Omit<LiveTalliesParts, 'feed'>): LiveTallies {
  const feed = createChangeFeed(parts.store);
  const groups = createLiveTallies({ ...parts, feed });
  feed.start();
  return groups;
}
