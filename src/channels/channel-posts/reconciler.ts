import type { Logger } from 'pino';
import type { JobQueue } from '#jobs/job-queue.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import type { ChannelPosts, KnownPosts } from './channel-posts.ts';
import type { Reconciliation } from './reconcile.ts';

/** Brings channel posts up to date as things change. */
export interface Reconciler {
  /** Begins to follow what changes; returns the way to follow it no more. */
  watch(): () => void;
  /** Consultations that are still to be looked at, as far as this node knows. */
  waiting(): number;
}

export interface Rhythm {
  /** Between two looks at the same consultation, in milliseconds: a live count is no stream of updates. */
  readonly rest: number;
  /** Before what was not reached is tried again. */
  readonly again: number;
  /** Between two looks at all of them: a consultation opens and closes by the clock. */
  readonly round: number;
}

export const calm: Rhythm = { rest: 5_000, again: 60_000, round: 60_000 };

interface Parts {
  readonly store: Store;
  readonly channelPosts: ChannelPosts;
  readonly reconciliation: Reconciliation;
  readonly jobs: JobQueue;
  readonly log: Pick<Logger, 'error'>;
  readonly rhythm: Rhythm;
}

/**
 * Looks at a consultation's channel posts at the first change, then at most once a rest, one look after the other. All that should
 * stand is derived from what is stored: a start finds what a stop left undone.
 */
export function createReconciler(parts: Parts): Reconciler {
  const { store, channelPosts, reconciliation, jobs, log, rhythm } = parts;
  /** What happens before they are known is found when all of them are looked at. */
  let known: KnownPosts | undefined;
  /** When each was last to be looked at. Every node hears of every change, and so comes to much the same. */
  const looks = new Map<string, number>();
  const failed = (error: unknown) =>
    log.error({ failure: error }, 'the channels of a consultation could not be kept up to date');

  const look = (consultation: string) => {
    if (known === undefined || known.of(consultation).length === 0) return;
    const [now, last] = [performance.now(), looks.get(consultation) ?? Number.NEGATIVE_INFINITY];
    const next = last > now ? last : Math.max(now, last + rhythm.rest);
    looks.set(consultation, next);
    jobs.ask('channel-posts', consultation, { after: next - now });
  };
  jobs.on('channel-posts', {
    async run(consultation, stopping) {
      const { behind } = await reconciliation.all(consultation, stopping);
      if (behind > 0) jobs.ask('channel-posts', consultation, { after: rhythm.again });
    },
    failed,
  });
  jobs.on('channels', {
    async run() {
      known ??= await channelPosts.known();
      for (const { id } of await allOf(store, 'consultation')) look(id);
    },
    failed,
  });
  jobs.every('channels', rhythm.round);

  return {
    waiting: () => [...looks.values()].filter((at) => at > performance.now()).length,
    watch() {
      const know = (them: KnownPosts) => {
        known = them;
      };
      channelPosts.known().then(know, () => {});
      return store.watch(({ kind, id, record }) => {
        if (kind === 'consultation') look(id);
        if (kind === 'live-session' && record !== undefined) look(record.consultation);
        if (kind !== 'participant') return;
        // Of somebody who left nothing is known any more: any consultation may have lost them.
        if (record !== undefined) look(record.consultation);
        else for (const consultation of known?.consultations() ?? []) look(consultation);
      });
    },
  };
}
