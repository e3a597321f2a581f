import { expect, test } from '@jest/globals';
import { endSecondRound, openSecondRound } from '#application/consultation/second-round.ts';
import type { Application } from '#application/parts.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { member, withApplication, written } from './made.ts';

const code = 'decouverte';
const result = {
  at: '2026-11-10T10:00:00.000Z',
  scenario: { n: 20, who: { roles: {}, territories: {} }, domains: [] },
};
const [owner, facilitator, reader] = [member('owner'), member('facilitator'), member('reader')];

const set = async ({ store }: Application, change: Partial<Consultation>): Promise<void> => {
  await store.update('consultation', code, (its) => its && { ...its, ...change });
};

test('whoever facilitates opens a second round while people answer, once, and ends it; both are written down', () =>
  withApplication(async (application) => {
    expect(await openSecondRound(application, facilitator, { code })).toEqual({
      outcome: 'invalid',
      wrong: { problem: 'no-result' },
    });
    await set(application, { provisional: result });
    expect(await openSecondRound(application, reader, { code })).toEqual({ outcome: 'forbidden' });
    expect(await endSecondRound(application, facilitator, { code })).toEqual({ outcome: 'unfit' });
    expect(await openSecondRound(application, facilitator, { code })).toMatchObject({
      outcome: 'done',
      consultation: { round: { first: { kind: 'provisional', ...result } } },
    });
    expect(await openSecondRound(application, facilitator, { code })).toMatchObject({ outcome: 'invalid' });
    expect(await endSecondRound(application, reader, { code })).toEqual({ outcome: 'forbidden' });
    expect(await endSecondRound(application, facilitator, { code })).toMatchObject({ outcome: 'done' });
    expect(await written(application)).toEqual([
      ['second-round-opened', {}],
      ['second-round-ended', {}],
    ]);
  }));

test('after the end an owner alone opens it, until a day that is to come', () =>
  withApplication(async (application) => {
    await set(application, { closed: true, closedAt: '2026-11-10T10:00:00.000Z', final: result });
    const wish = { code, closes: '2026-12-15' };
    expect(await openSecondRound(application, facilitator, wish)).toEqual({ outcome: 'forbidden' });
    expect(await openSecondRound(application, owner, { code, closes: '2026-11-01' })).toEqual({
      outcome: 'invalid',
      wrong: { problem: 'past' },
    });
    expect(await openSecondRound(application, owner, wish)).toMatchObject({
      outcome: 'done',
      consultation: { closed: false, round: { first: { kind: 'final' } } },
    });
  }));
