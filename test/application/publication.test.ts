import { expect, test } from '@jest/globals';
import { reopenConsultation } from '#application/consultation/reopen-consultation.ts';
import type { Application } from '#application/parts.ts';
import { lookAtPublications } from '#application/results/look-at-publications.ts';
import { planPublication } from '#application/results/plan-publication.ts';
import { createPublicationJob } from '#application/results/publication-job.ts';
import { publishResult } from '#application/results/publish-result.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { createInProcessJobs } from '#jobs/in-process-jobs.ts';
import { groupView } from '#scenario/release/group-view.ts';
import { until } from '../http/teams/until.ts';
import { member, withApplication, written } from './made.ts';

const code = 'decouverte';
const day = (n: number) => `2026-11-${n}T10:00:00.000Z`;
const scenario = { n: 20, who: { roles: {}, territories: {} }, domains: [] };

/** A town with a clock, whose result is what its record holds; `posted`: of which moment a result was posted. */
function town(work: (its: Town) => Promise<void>): Promise<void> {
  let at = day(10);
  const now = () => at;
  const posted: (string | undefined)[] = [];
  return withApplication(
    async (application) => {
      const { store } = application;
      await work({
        ...{ application, posted },
        to: (next) => {
          at = next;
        },
        set: async (change) => {
          await store.update('consultation', code, (its) => its && { ...its, ...change });
        },
        its: async () => {
          const its = await store.load('consultation', code);
          if (its === undefined) throw new Error('gone');
          return its;
        },
        look: () => lookAtPublications({ application, stopping: never, failed: fail }),
      });
    },
    {
      now,
      groupOf: async (its) => groupView(its, 20, at),
      post: async (its) => posted.push(its.publishedAt),
    },
  );
}
interface Town {
  readonly application: Application;
  readonly posted: readonly (string | undefined)[];
  to(next: string): void;
  set(change: Partial<Consultation>): Promise<void>;
  its(): Promise<Consultation>;
  look(): Promise<void>;
}
const fail = (error: unknown) => {
  throw error;
};
const never = new AbortController().signal;
const facilitator = member('facilitator');

test('the final result takes the place of what was published, once', () =>
  town(async ({ application, posted, to, set, its, look }) => {
    await set({ provisional: { at: day(10), scenario } });
    await publishResult(application, facilitator, { code });
    to(day(20));
    await set({ closed: true, closedAt: day(20) });
    // The final result is not made yet.
    await look();
    expect(posted).toHaveLength(1);
    await set({ final: { at: day(20), scenario } });
    await look();
    await look();
    expect(posted).toEqual([day(10), day(20)]);
    expect(await its()).toMatchObject({ publishedAt: day(20), posting: true });
    const entries = await application.audit.read();
    expect(entries.filter(({ action }) => action === 'published').map(({ by }) => by.id)).toEqual([
      'program',
      'the-facilitator',
    ]);
    const kept = [];
    for await (const { record } of application.store.changes('snapshot', 0)) kept.push(record?.at);
    // A provisional one is too coarse to be kept and compared.
    expect(kept).toEqual([day(20)]);
  }));

test('where nothing was published, nothing is posted', () =>
  town(async ({ posted, set, look }) => {
    await set({ closed: true, closedAt: day(20), final: { at: day(20), scenario } });
    await look();
    expect(posted).toEqual([]);
  }));

test('a planned publication waits for its day, and for something to publish', () =>
  town(async ({ application, posted, to, set, its, look }) => {
    const plan = (at?: string) => planPublication(application, facilitator, { code, ...(at && { at }) });
    expect(await plan(day(10))).toEqual({ outcome: 'invalid' });
    expect(await plan(day(12))).toMatchObject({ outcome: 'done', consultation: { publishAt: day(12) } });
    expect(await plan(day(12))).toEqual({ outcome: 'unchanged' });
    expect(await plan()).toMatchObject({ outcome: 'done' });
    await plan(day(13));
    await look();
    to(day(14));
    await look();
    expect(posted).toEqual([]);
    await set({ provisional: { at: day(14), scenario } });
    await look();
    expect(posted).toEqual([day(14)]);
    expect(await its()).not.toHaveProperty('publishAt');
    expect(await written(application)).toEqual([
      ['publication-planned', { name: day(12) }],
      ['publication-taken-back', {}],
      ['publication-planned', { name: day(13) }],
      ['published', { quotes: 0, conversations: 1 }],
    ]);
  }));

test('one that asks for what is published already is done with', () =>
  town(async ({ application, posted, to, set, its, look }) => {
    await set({ provisional: { at: day(10), scenario } });
    await publishResult(application, facilitator, { code });
    await planPublication(application, facilitator, { code, at: day(12) });
    to(day(13));
    await look();
    expect(posted).toHaveLength(1);
    expect(await its()).not.toHaveProperty('publishAt');
  }));

test('readers plan nothing, and a draft is not published', () =>
  town(async ({ application, set }) => {
    const wish = { code, at: day(12) };
    expect(await planPublication(application, member('reader'), wish)).toEqual({ outcome: 'forbidden' });
    await set({ draft: true });
    expect(await planPublication(application, facilitator, wish)).toEqual({ outcome: 'unfit' });
    expect(await planPublication(application, facilitator, { ...wish, code: 'x' })).toEqual({
      outcome: 'missing',
    });
  }));

test('the job looks at the start, which goes on with what a stop cut short, and whenever something changes', () =>
  town(async ({ application, posted, to, set }) => {
    await set({ provisional: { at: day(10), scenario }, publishedAt: day(10) });
    await set({ closed: true, closedAt: day(12), final: { at: day(12), scenario } });
    to(day(14));
    const begin = async () => {
      const jobs = createInProcessJobs();
      const unwatch = createPublicationJob({ application, jobs, counted: async () => true, failed: fail });
      await jobs.start();
      return () => {
        unwatch();
        return jobs.close(1_000);
      };
    };
    const close = await begin();
    await until(() => posted.length === 1);
    await close();
    const closeNext = await begin();
    to(day(18));
    await set({ closedAt: day(16), final: { at: day(16), scenario } });
    await until(() => posted.length === 2);
    await closeNext();
    expect(posted).toHaveLength(2);
  }));

test('an owner alone lets people answer again; it is written down', () =>
  town(async ({ application, to, set, its }) => {
    await set({ closed: true, closedAt: day(10) });
    to(day(12));
    const wish = { code, closes: '2026-12-15' };
    expect(await reopenConsultation(application, facilitator, wish)).toEqual({ outcome: 'forbidden' });
    const bad = await reopenConsultation(application, member('owner'), { code, closes: '2026-11-01' });
    expect(bad).toEqual({ outcome: 'invalid', wrong: { problem: 'past' } });
    expect(await reopenConsultation(application, member('owner'), wish)).toMatchObject({ outcome: 'done' });
    expect(await its()).toMatchObject({ closed: false, reopenedAt: day(12) });
    expect(await reopenConsultation(application, member('owner'), wish)).toEqual({ outcome: 'unfit' });
    expect(await written(application)).toEqual([['reopened', {}]]);
  }));
