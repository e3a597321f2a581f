import { expect, test } from '@jest/globals';
import { changeSettings } from '#application/consultation/change-settings.ts';
import type { Application } from '#application/parts.ts';
import { eraseAnswers } from '#application/retention/erase-answers.ts';
import { lookAtRetention } from '#application/retention/look-at-retention.ts';
import { createRetentionJob } from '#application/retention/retention-job.ts';
import { withLastAnswer } from '#domain/participant/last-answer.ts';
import { createInProcessJobs } from '#jobs/in-process-jobs.ts';
import { newConsultation, newPerson } from '#test/conversations/world.ts';
import { member, withApplication, written } from './made.ts';

const code = 'decouverte';
const owner = member('owner');
const asleep = { retention: { wake: () => undefined } };
const failed = (error: unknown) => {
  throw error;
};
const never = new AbortController().signal;
const look = (application: Application) => lookAtRetention({ application, stopping: never, failed });

/** The time, to be moved. */
function clock(start: string) {
  let at = start;
  const to = (next: string) => {
    at = next;
  };
  return { now: () => at, to };
}

const people = async ({ store }: Application, n: number, consultation = code) => {
  for (let i = 0; i < n; i++)
    await store.save('participant', newPerson({ id: `${consultation}-${i}`, consultation }));
};
const left = async ({ store }: Application) => {
  let n = 0;
  for await (const { record } of store.changes('participant', 0)) if (record !== undefined) n += 1;
  return n;
};
const its = async ({ store }: Application) =>
  (await store.load('consultation', code)) ?? newConsultation({ id: 'gone' });

test('whoever facilitates is not known by the hash of a conversation whose people are erased', () =>
  withApplication(
    async (application) => {
      const { store } = application;
      const common = { schema: 1, version: 0 } as const;
      for (const [id, consultation] of [
        ['here', code],
        ['elsewhere', 'other'],
      ] as const) {
        await store.save('reference', { ...common, id, consultation, reference: {} });
        await store.save('facilitator', { ...common, id: `of-${id}`, consultations: [code], reference: id });
      }
      await eraseAnswers({ ...application, ...asleep }, owner, { code });
      await look(application);
      expect(await store.load('facilitator', 'of-here')).toEqual(
        expect.not.objectContaining({ reference: 'here' }),
      );
      expect(await store.load('facilitator', 'of-elsewhere')).toMatchObject({ reference: 'elsewhere' });
    },
    { now: () => '2026-11-24T12:00:00.000Z' },
  ));

test('without a closing day the months run from the last answer, and what is then is erased and closed', () => {
  const { now, to } = clock('2027-11-22T12:00:00.000Z');
  const lastAnswerIn = async () => '2026-11-23T10:00:00.000Z';
  return withApplication(
    async (application) => {
      await people(application, 3);
      await look(application);
      expect(await left(application)).toBe(3);
      expect((await its(application)).warned).toEqual({ eraseOn: '2027-11-23', days: 7 });
      to('2027-11-23T12:00:00.000Z');
      await look(application);
      expect(await left(application)).toBe(0);
      expect(await its(application)).toMatchObject({
        closed: true,
        erasure: { beganAt: now(), doneAt: now() },
      });
      await look(application);
      expect(await written(application)).toEqual([
        ['erasure-announced', { name: '2027-11-23' }],
        ['answers-erased-in-time', {}],
      ]);
    },
    { now, lastAnswerIn },
  );
});

test('asking for help is no answer, and agreeing is', () => {
  const [before, at] = [newPerson({ version: 3 }), '2026-12-01T10:00:00.000Z'];
  const last = '2026-11-24T10:00:00.000Z';
  const known = { ...before, answeredAt: last };
  expect(withLastAnswer(known, { ...known, tries: 1 }, at).answeredAt).toBe(last);
  expect(withLastAnswer(known, { ...known, consent: { at } }, at).answeredAt).toBe(at);
  expect(withLastAnswer(known, { ...known, answers: {} }, at).answeredAt).toBe(at);
  // Of before this was written down.
  expect(withLastAnswer(before, { ...before, tries: 1 }, at).answeredAt).toBe(before.startedAt);
});

test('an owner erases before the time; nobody else does, and nothing is erased twice', () =>
  withApplication(async (application) => {
    await people(application, 2);
    const parts = { ...application, ...asleep };
    for (const role of ['reader', 'facilitator'] as const)
      expect(await eraseAnswers(parts, member(role), { code })).toEqual({ outcome: 'forbidden' });
    expect(await eraseAnswers(parts, owner, { code: 'nulle-part' })).toEqual({ outcome: 'missing' });
    expect(await left(application)).toBe(2);
    expect(await eraseAnswers(parts, owner, { code })).toEqual({ outcome: 'done' });
    expect(await eraseAnswers(parts, owner, { code })).toEqual({ outcome: 'unfit' });
    expect(await its(application)).toMatchObject({ closed: true });
    await look(application);
    expect(await left(application)).toBe(0);
    expect(await written(application)).toEqual([['answers-erased', {}]]);
    const draft = newConsultation({ id: 'draft', version: 0, draft: true });
    await application.store.save('consultation', draft);
    expect(await eraseAnswers(parts, owner, { code: 'draft' })).toEqual({ outcome: 'unfit' });
  }));

test('an erasure that is cut short goes on until it is done', () =>
  withApplication(async (application) => {
    await people(application, 450);
    await people(application, 5, 'other');
    await eraseAnswers({ ...application, ...asleep }, owner, { code });
    const stop = new AbortController();
    application.store.watch(({ kind, record }) => {
      if (kind === 'participant' && record === undefined) stop.abort();
    });
    await lookAtRetention({ application, stopping: stop.signal, failed });
    expect(await left(application)).toBe(255);
    expect((await its(application)).erasure).not.toHaveProperty('doneAt');
    await look(application);
    expect(await left(application)).toBe(5);
    expect((await its(application)).erasure).toHaveProperty('doneAt');
  }));

test('what a turn that had begun before saves after the erasure goes as well', () =>
  withApplication(async (application) => {
    const jobs = createInProcessJobs();
    const job = createRetentionJob({ application, jobs, counted: async () => true, failed });
    await jobs.start();
    await eraseAnswers({ ...application, retention: job }, owner, { code });
    const gone = new Promise<void>((resolve) => {
      application.store.watch(({ kind, id, record }) => {
        if (kind === 'participant' && id === `${code}-0` && record === undefined) resolve();
      });
    });
    await look(application);
    await people(application, 1);
    await gone;
    job.close();
    await jobs.close(1_000);
    expect(await left(application)).toBe(0);
  }));

test('a result that was withdrawn, for too few were left, does not come back', () =>
  withApplication(async (application) => {
    const { store } = application;
    const scenario = { n: 11, who: { roles: {}, territories: {} }, domains: [] };
    const final = { at: application.now(), scenario };
    await store.update('consultation', code, (one) => one && { ...one, final });
    // As it is shown now: `waiting`.
    await eraseAnswers({ ...application, ...asleep }, owner, { code });
    expect(await its(application)).not.toHaveProperty('final');
  }));

test('one that cannot be erased now keeps no other from it', () =>
  withApplication(async (application) => {
    const { store } = application;
    const over = { version: 0, closesAt: '2020-01-01T00:00:00.000Z' };
    for (const id of ['first', 'second']) {
      await store.save('consultation', newConsultation({ ...over, id }));
      await people(application, 1, id);
    }
    const failures: unknown[] = [];
    const forgetPeople = (of: string) => {
      if (of === 'first') throw new Error('as a test wants it');
    };
    await lookAtRetention({
      ...{ application: { ...application, forgetPeople }, stopping: never },
      failed: (error) => failures.push(error),
    });
    expect(failures).toHaveLength(1);
    expect(await left(application)).toBe(1);
  }));

test('months grow no more once people have read them, and the closing day stays before the erasure', () =>
  withApplication(async (application) => {
    const set = async (settings: object) => {
      const done = await changeSettings(application, owner, { code, settings });
      return done.outcome === 'invalid'
        ? done.problems.map(({ code, facts }) => [code, facts])
        : done.outcome;
    };
    expect(await set({ retentionMonths: 13 })).toEqual([['longer-retention', { months: 12 }]]);
    expect(await set({ retentionMonths: 1, closes: '2026-12-15' })).toBe('done');
    expect(await set({ closes: '2027-01-16' })).toEqual([['after-erasure', { day: '2027-01-16' }]]);
    expect(await set({ closes: '2027-01-10' })).toBe('done');
    expect((await its(application)).promised).toEqual({ eraseOn: '2027-01-16', monthsAfterAnswer: 12 });
  }));

test('a way to somebody that is saved while they are erased goes as well', () =>
  withApplication(async (application) => {
    const { store } = application;
    await people(application, 1);
    await eraseAnswers({ ...application, ...asleep }, owner, { code });
    const late = { schema: 1, id: 'late', version: 0, participant: `${code}-0` } as const;
    const stop = store.watch(({ kind, record }) => {
      if (kind === 'participant' && record === undefined) void store.save('link', late);
    });
    await look(application);
    stop();
    expect(await store.load('link', 'late')).toBeUndefined();
  }));
