import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Store } from '#store/store.ts';
import type { ChannelPosts, KnownPosts } from './channel-posts.ts';
import type { Reconciliation } from './reconcile.ts';

/** Brings channel posts up to date as things change. */
export interface Reconciler {
  /** Consultations at work, or to be looked at again. */
  waiting(): number;
  /** Ends it; what is at work goes on to its end. */
  close(): Promise<void>;
}

export interface Rhythm {
  /** Between two looks at the same consultation, in milliseconds: a live count is no stream of updates. */
  readonly rest: number;
  /** Before what was not reached is tried again. */
  readonly again: number;
  /** Between two looks at all of them: a consultation opens and closes by the clock. */
  readonly round: number;
}

/** How long a stop waits for what is on its way, in milliseconds. */
const patience = 2_000;

export const calm: Rhythm = { rest: 5_000, again: 60_000, round: 60_000 };

interface Parts {
  readonly store: Store;
  readonly channelPosts: ChannelPosts;
  readonly reconciliation: Reconciliation;
  readonly log: Pick<Logger, 'error'>;
  readonly rhythm: Rhythm;
}

/**
 * Looks at a consultation's channel posts at the first change, then at most once a rest, one look after the other. All that should
 * stand is derived from what is stored: a start finds what a stop left undone.
 */
export function createReconciler({ store, channelPosts, reconciliation, log, rhythm }: Parts): Reconciler {
  const waiting = new Map<string, NodeJS.Timeout>();
  const asked = new Set<string>();
  const working = new Map<string, Promise<void>>();
  /** What happens before they are known is found when all of them are looked at. */
  let known: KnownPosts | undefined;
  let closed = false;

  const later = (consultation: string, ms: number) =>
    waiting.set(consultation, setTimeout(() => rested(consultation), ms).unref());
  const rested = (consultation: string) => {
    waiting.delete(consultation);
    lookIfAsked(consultation);
  };
  const isBusy = (consultation: string) => waiting.has(consultation) || working.has(consultation);
  const lookIfAsked = (consultation: string) => {
    if (!isBusy(consultation) && asked.delete(consultation)) look(consultation);
  };
  const look = (consultation: string) => {
    if (closed || known === undefined || known.of(consultation).length === 0) return;
    if (isBusy(consultation)) return void asked.add(consultation);
    later(consultation, rhythm.rest);
    const work = reconciled(consultation).then(() => {
      working.delete(consultation);
      lookIfAsked(consultation);
    });
    working.set(consultation, work);
  };
  const reconciled = async (consultation: string) => {
    try {
      const { behind } = await reconciliation.all(consultation);
      if (behind > 0) again(consultation);
    } catch (error) {
      if (closed) return;
      log.error({ failure: error }, 'the channels of a consultation could not be kept up to date');
      again(consultation);
    }
  };
  const again = (consultation: string) => void setTimeout(() => look(consultation), rhythm.again).unref();
  const lookAll = async () => {
    known ??= await channelPosts.known();
    for await (const { id } of store.changes('consultation', 0)) look(id);
  };

  const unwatch = store.watch(({ kind, id, record }) => {
    if (kind === 'consultation') look(id);
    if (kind === 'live-session' && record !== undefined) look(record.consultation);
    if (kind !== 'participant') return;
    // Of somebody who left nothing is known any more: any consultation may have lost them.
    if (record !== undefined) look(record.consultation);
    else for (const consultation of known?.consultations() ?? []) look(consultation);
  });
  const round = setInterval(() => void lookAll().catch(() => undefined), rhythm.round).unref();
  void lookAll().catch(() => undefined);
  return {
    waiting: () => new Set([...asked, ...working.keys()]).size,
    async close() {
      closed = true;
      reconciliation.end();
      unwatch();
      clearInterval(round);
      for (const timer of waiting.values()) clearTimeout(timer);
      // What a silent channel holds up is found behind at the next start.
      await Promise.race([Promise.all(working.values()), pause(patience, undefined, { ref: false })]);
    },
  };
}
