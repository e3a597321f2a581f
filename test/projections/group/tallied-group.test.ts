import { expect, test } from '@jest/globals';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { CrossTabulation } from '#domain/results/cross-tabulation.ts';
import { TalliedGroup } from '#projections/group/tallied-group.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { replace } from '#scenario/analysis/tally/tally.ts';
import type { Store } from '#store/store.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { at, ballot, catalogue, person } from '#test/scenario/fixture.ts';
import { releasing } from '../releasing.ts';

test('provisional results after a reopening leave the rows beside the final one as they were read', async () => {
  let rows: CrossTabulation['rows'] = [];
  const store = {
    erase: async () => undefined,
    load: async () => undefined,
    caughtUp: async () => undefined,
    update: (async (kind, _, change) => {
      const next = kind === 'cross-tabulation' && (await change(undefined));
      if (next && 'rows' in next) rows = next.rows;
      return { outcome: 'unchanged' };
    }) satisfies Store['update'],
  };
  let day = 1;
  const now = () => at(day);
  const failed = (error: unknown) => {
    throw error;
  };
  const draw = async () => undefined;
  const domains = catalogue.domains.map(({ id }) => id);
  let its = newConsultation({ id: 'sample', catalogue: catalogue.edition, minGroup: 5, domains });
  const complete = Promise.resolve();
  const catalogues = cataloguesOf([catalogue]);
  const group = new TalliedGroup(its, {
    ...{ store, catalogues, draw, now, complete, failed },
    ...releasing(),
  });
  const says = (id: string, territory: string, more = {}) =>
    replace(
      group.tally,
      id,
      contributionOf(
        person(id, { m1: ballot(2), ...more }, { castAt: now(), profile: { roles: 'declined', territory } }),
      ),
    );
  const many = (count: number, name: string, does: (id: string) => void) => {
    for (let i = 0; i < count; i += 1) does(`${name}${i}`);
  };
  const look = async (on: number, closed: boolean) => {
    day = on;
    its = { ...its, closed };
    group.take(its);
    group.look(its, now());
    await group.durable();
  };

  many(9, 'town', (id) => says(id, 'town'));
  many(10, 'village', (id) => says(id, 'village'));
  await look(2, true);
  const shown = rows;
  expect(shown[0]?.territories.rows).toMatchObject({ town: { for: 9 }, village: { for: 10 } });

  day = 3;
  its = { ...its, closed: false, reopenedAt: now() };
  many(16, 'other', (id) => says(id, 'town'));
  await look(4, false);
  many(16, 'other', (id) => replace(group.tally, id, undefined));
  says('one', 'town');
  many(10, 'village', (id) => says(id, 'village', { m2: ballot(1) }));
  await look(5, true);
  expect(rows[0]?.territories).toEqual(shown[0]?.territories);
});

test('a final result that another node stored before ours was saved stays', async () => {
  const on = (consultation: Consultation) => {
    let stored = consultation;
    const store = {
      erase: async () => undefined,
      load: (async () => stored) as unknown as Store['load'],
      caughtUp: async () => undefined,
      update: (async (kind: string, _: string, change: (before: Consultation) => Consultation) => {
        if (kind === 'consultation') stored = change(stored);
        return { outcome: 'unchanged' };
      }) as unknown as Store['update'],
    };
    return { store, stored: () => stored };
  };
  const domains = catalogue.domains.map(({ id }) => id);
  const its = newConsultation({
    id: 'sample',
    catalogue: catalogue.edition,
    minGroup: 5,
    domains,
    closed: true,
  });
  const { store, stored } = on(its);
  const parts = {
    ...{ store, catalogues: cataloguesOf([catalogue]), draw: async () => undefined, now: () => at(2) },
    ...{ complete: Promise.resolve(), failed: () => undefined },
    ...releasing(),
  };
  const [one, two] = [new TalliedGroup(its, parts), new TalliedGroup(its, parts)];
  for (const { tally } of [one, two])
    for (let i = 0; i < 6; i += 1)
      replace(tally, `p${i}`, contributionOf(person(`p${i}`, { m1: ballot(2) }, { castAt: at(1) })));
  one.look(its, at(2));
  two.look(its, at(3));
  await one.durable();
  // The other hears of it before it saves its own.
  two.take(stored());
  await two.durable();
  expect(stored().final?.at).toBe(at(2));
  expect(two.shown(stored(), at(4))).toEqual(one.shown(stored(), at(4)));
});
