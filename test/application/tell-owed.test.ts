import { expect, test } from '@jest/globals';
import { remindOfFollowUps } from '#application/follow-up/remind-of-follow-ups.ts';
import type { Application } from '#application/parts.ts';
import { lookAtRetention } from '#application/retention/look-at-retention.ts';
import { without } from '#domain/consultation/without.ts';
import { withApplication, written } from './made.ts';

const code = 'decouverte';
const stopping = new AbortController().signal;
const look = (
  application: Application,
  failed: (error: unknown) => void = (error) => {
    throw error;
  },
) => remindOfFollowUps({ application, stopping, failed });

/** A consultation that is over for long, with two readers of its reminder; whoever is `down` cannot be reached. */
const town = (work: (its: Town) => Promise<void>): Promise<void> => {
  const its = { told: [] as string[], down: new Set<string>(), at: '2027-03-01T10:00:00.000Z' };
  return withApplication(
    async (app) => {
      await app.store.update(
        'consultation',
        code,
        (one) => one && { ...one, closed: true, closedAt: '2026-11-20T10:00:00.000Z' },
      );
      await work({ ...its, app, to: (next) => Object.assign(its, { at: next }) });
    },
    {
      now: () => its.at,
      askFollowUp: async (_, { already, note }) => {
        const left = ['chat', 'letter'].filter((reader) => !already.includes(reader));
        for (const reader of left) {
          if (its.down.has(reader)) continue;
          its.told.push(reader);
          await note(reader);
        }
        return left.some((reader) => its.down.has(reader)) ? 'behind' : 'told';
      },
    },
  );
};

interface Town {
  readonly app: Application;
  readonly told: string[];
  readonly down: Set<string>;
  readonly to: (at: string) => void;
}

test('what a reader was not reached by is tried again, and nobody else is told twice', () =>
  town(async ({ app, told, down }) => {
    down.add('letter');
    await look(app);
    await look(app);
    expect(told).toEqual(['chat']);
    expect(await written(app)).toEqual([]);
    down.clear();
    await look(app);
    await look(app);
    expect(told).toEqual(['chat', 'letter']);
    expect(await written(app)).toEqual([['follow-up-reminded', {}]]);
    const its = await app.store.load('consultation', code);
    expect(its).toMatchObject({ followUpRemindedAt: '2027-03-01T10:00:00.000Z' });
    expect(its).not.toHaveProperty('telling');
  }));

test('of two that look at once one tells; what a stop cut short is taken up again later, by whom it was left', () =>
  town(async ({ app, told, to }) => {
    await Promise.all([look(app), look(app)]);
    expect(told).toEqual(['chat', 'letter']);
    const since = '2027-03-01T10:00:00.000Z';
    const telling = { 'follow-up': { mark: '2026-11-20T10:00:00.000Z', since, told: ['chat'] } };
    await app.store.update(
      'consultation',
      code,
      (its) => its && { ...without(its, 'followUpRemindedAt'), telling },
    );
    to('2027-03-01T10:20:00.000Z');
    await look(app);
    expect(told).toEqual(['chat', 'letter']);
    to('2027-03-01T11:00:00.000Z');
    await look(app);
    expect(told).toEqual(['chat', 'letter', 'letter']);
  }));

test('a failure is no telling: it is tried again', () =>
  town(async ({ app }) => {
    const failures: unknown[] = [];
    const failing = { ...app, askFollowUp: () => Promise.reject(new Error('no line')) };
    await look(failing, async (error) => void failures.push(error));
    expect(failures).toHaveLength(1);
    await look(app);
    expect(await written(app)).toEqual([['follow-up-reminded', {}]]);
  }));

test('a warning of an erasure is given only once it was', () => {
  const became: ('behind' | 'told')[] = ['behind', 'told'];
  let warnings = 0;
  return withApplication(
    async (application) => {
      await application.store.update(
        'consultation',
        code,
        (its) => its && { ...its, closesAt: '2025-12-01T10:00:00.000Z', retentionMonths: 12 },
      );
      const again = () =>
        lookAtRetention({
          ...{ application, stopping },
          failed: (error) => {
            throw error;
          },
        });
      await again();
      expect(await application.store.load('consultation', code)).not.toHaveProperty('warned');
      await again();
      await again();
      expect(warnings).toBe(2);
      expect((await application.store.load('consultation', code))?.warned).toMatchObject({ days: 30 });
    },
    {
      warn: async () => {
        warnings += 1;
        return became.shift() ?? 'told';
      },
    },
  );
});
