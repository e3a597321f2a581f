import { expect, test } from '@jest/globals';
import { remindHalfway } from '#application/participation/remind-halfway.ts';
import type { Application } from '#application/parts.ts';
import { publishResult } from '#application/results/publish-result.ts';
import { newPerson } from '../conversations/world.ts';
import { member, withApplication, written } from './made.ts';

const facilitator = member('facilitator');
const code = 'decouverte';

async function halfway({ store }: Application, ...ids: readonly string[]) {
  for (const id of ids) {
    await store.save('participant', newPerson({ id }));
    await store.save('reference', {
      ...{ schema: 1, id: `r-${id}`, version: 0, consultation: code, participant: id, reference: {} },
    });
  }
}

test('each is noted before anybody is told, and written with how many', () => {
  const told: string[] = [];
  return withApplication(
    async (application) => {
      await halfway(application, 'ana', 'bob');
      const done = await remindHalfway(application, facilitator, { code });
      if (done.outcome !== 'done') throw new Error(done.outcome);
      expect((await application.store.load('participant', 'bob'))?.remindedAt).toBe(application.now());
      await done.told;
      expect([done.n, told.toSorted()]).toEqual([2, ['ana', 'bob']]);
      expect(await written(application)).toEqual([['reminded', { n: 2 }]]);
    },
    {
      isHalfway: async (person) => person.remindedAt === undefined,
      remind: async ({ participant = '' }) => void told.push(participant),
    },
  );
});

test.each([
  ['closed', { closed: true }],
  ['not open yet', { opensAt: '2027-01-01T00:00:00.000Z' }],
  ['past its last day', { closesAt: '2026-11-01T00:00:00.000Z' }],
])('nobody is reminded of a consultation that is %s', (_, change) =>
  withApplication(async (application) => {
    await halfway(application, 'ana');
    await application.store.update('consultation', code, (its) => its && { ...its, ...change });
    expect(await remindHalfway(application, facilitator, { code })).toMatchObject({ outcome: 'unfit' });
    expect(await written(application)).toEqual([]);
  }),
);

test('a result of too few people is not published', () =>
  withApplication(async (application) => {
    expect(await publishResult(application, facilitator, { code })).toEqual({
      outcome: 'waiting',
      needed: 3,
    });
    expect(await publishResult(application, member('reader'), { code })).toEqual({ outcome: 'forbidden' });
    expect(await publishResult(application, facilitator, { code: 'nowhere' })).toEqual({
      outcome: 'missing',
    });
    expect(await written(application)).toEqual([]);
  }));

const group = {
  state: 'released',
  kind: 'final',
  at: '2026-11-20T10:00:00.000Z',
  minGroup: 11,
  scenario: { n: 12, domains: [] },
};

test('of two who publish at once one does, and it is posted and written once', () => {
  let posted = 0;
  return withApplication(
    async (application) => {
      const publish = () => publishResult(application, facilitator, { code });
      const both = await Promise.all([publish(), publish()]);
      expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['published', 'unchanged']);
      expect([posted, await written(application)]).toEqual([
        1,
        [['published', { quotes: 0, conversations: 7 }]],
      ]);
      expect(await application.store.load('consultation', code)).toMatchObject({ posting: true });
    },
    {
      groupOf: async () => group as never,
      post: async () => {
        posted += 1;
        return 7;
      },
    },
  );
});
