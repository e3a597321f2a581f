import { expect, test } from '@jest/globals';
import { correctFollowUp } from '#application/follow-up/correct-follow-up.ts';
import { remindOfFollowUps } from '#application/follow-up/remind-of-follow-ups.ts';
import { writeFollowUp } from '#application/follow-up/write-follow-up.ts';
import type { Application } from '#application/parts.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { followUpBounds } from '#domain/consultation/follow-up/follow-up.ts';
import { catalogue } from '../conversations/world.ts';
import { member, memberOf, withApplication, written } from './made.ts';

const code = 'decouverte';
const trajectory = catalogue.domains[1]?.trajectories[0]?.id ?? '';
const saying = { state: 'study', why: { fr: 'Le budget est voté en mars.' }, charge: 'Le service voirie' };
const facilitator = member('facilitator');

/** A town whose consultation is over, with a clock. */
const town = (
  work: (its: { app: Application; to: (at: string) => void; asked: string[] }) => Promise<void>,
  change: Partial<Consultation> = { closed: true, closedAt: '2026-11-20T10:00:00.000Z' },
) => {
  let at = '2026-12-01T10:00:00.000Z';
  const asked: string[] = [];
  return withApplication(
    async (app) => {
      await app.store.update('consultation', code, (its) => its && { ...its, ...change });
      await work({
        ...{ app, asked },
        to: (next) => {
          at = next;
        },
      });
    },
    {
      now: () => at,
      askFollowUp: async ({ id }) => {
        asked.push(id);
        return 'told';
      },
    },
  );
};
const kept = async ({ store }: Application) => (await store.load('consultation', code))?.followUps ?? [];
const write = (app: Application, more: Partial<Parameters<typeof writeFollowUp>[2]['saying']> = {}) =>
  writeFollowUp(app, facilitator, { code, saying: { ...saying, ...more } });

test('a reader may not, nor whoever facilitates another consultation; a facilitator of this one may', () =>
  town(async ({ app }) => {
    const by = async (actor: typeof facilitator) =>
      (await writeFollowUp(app, actor, { code, saying })).outcome;
    expect(await by(member('reader'))).toBe('forbidden');
    expect(await by(memberOf({ autre: 'owner' }))).toBe('missing');
    expect(await kept(app)).toEqual([]);
    expect(await by(memberOf({ [code]: 'facilitator' }))).toBe('done');
  }));

test('a new answer stands beside the one before; the same one sent twice is one', () =>
  town(async ({ app, to }) => {
    await write(app);
    await write(app);
    await write(app, { trajectory });
    to('2027-02-01T10:00:00.000Z');
    await write(app, { state: 'done' });
    expect((await kept(app)).map(({ state, trajectory: on, at }) => [state, on, at.slice(0, 10)])).toEqual([
      ['study', undefined, '2026-12-01'],
      ['study', trajectory, '2026-12-01'],
      ['done', undefined, '2027-02-01'],
    ]);
    expect(await written(app)).toEqual([
      ['follow-up-written', { state: 'study' }],
      ['follow-up-written', { state: 'study', name: trajectory }],
      ['follow-up-written', { state: 'done' }],
    ]);
  }));

test('a correction keeps the date and says when; words that are the same correct nothing', () =>
  town(async ({ app, to }) => {
    const made = await write(app);
    const id = made.outcome === 'done' ? made.followUp.id : '';
    to('2026-12-02T10:00:00.000Z');
    const correct = (why: string, by = facilitator) =>
      correctFollowUp(app, by, { code, id, saying: { ...saying, why: { fr: why } } });
    expect((await correct(saying.why.fr)).outcome).toBe('done');
    expect((await kept(app))[0]).not.toHaveProperty('correctedAt');
    expect((await correct('Autre chose', member('reader'))).outcome).toBe('forbidden');
    expect((await correct('')).outcome).toBe('invalid');
    await correct('Le budget est voté en avril.');
    expect(await kept(app)).toMatchObject([
      {
        ...{ at: '2026-12-01T10:00:00.000Z', correctedAt: '2026-12-02T10:00:00.000Z' },
        why: { fr: 'Le budget est voté en avril.' },
      },
    ]);
    const other = await correctFollowUp(app, facilitator, { code, id: 'none', saying });
    expect(other.outcome).toBe('missing');
    expect((await written(app)).map(([action]) => action)).toEqual([
      'follow-up-written',
      'follow-up-corrected',
    ]);
  }));

test('nothing is written while people answer, nor what is wrong in part', () =>
  town(
    async ({ app }) => {
      expect((await write(app)).outcome).toBe('unfit');
      await app.store.update('consultation', code, (its) => its && { ...its, closed: true });
      expect(await write(app, { state: '', why: {} })).toMatchObject({
        outcome: 'invalid',
        problems: [{ code: 'state' }, { code: 'why' }],
      });
      expect(await kept(app)).toEqual([]);
      expect(await written(app)).toEqual([]);
    },
    { closed: false },
  ));

test('a consultation keeps so many answers and no more', () =>
  town(async ({ app }) => {
    const full = Array.from({ length: followUpBounds.most }, (_, i) => ({
      ...{ id: `${i}`, state: 'kept' as const, why: { fr: `${i}` }, at: '2026-12-01T09:00:00.000Z' },
    }));
    await app.store.update('consultation', code, (its) => its && { ...its, followUps: full });
    expect(await write(app)).toEqual({ outcome: 'too-many', most: followUpBounds.most });
  }));

test('three months after the end those who facilitate are reminded, once, unless people were told', () =>
  town(async ({ app, to, asked }) => {
    const look = () =>
      remindOfFollowUps({
        application: app,
        stopping: new AbortController().signal,
        failed: (error) => {
          throw error;
        },
      });
    await look();
    expect(asked).toEqual([]);
    to('2027-02-20T10:00:00.000Z');
    await look();
    await look();
    expect(asked).toEqual([code]);
    expect(await written(app)).toEqual([['follow-up-reminded', {}]]);
  }));
