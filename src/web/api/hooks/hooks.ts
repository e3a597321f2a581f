import { createHmac, type KeyObject, randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { ReadAddress } from '#application/access/hook-registry.ts';
import type { Delivery, Hook, HookEvent } from '#domain/records/hook.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import type { LiveTallies } from '#projections/live-tallies.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import { createDeliveries } from './deliveries.ts';
import { type HookReach, readHookAddress } from './hook-address.ts';
import { createLook, messageOf } from './look.ts';
import { secretOf } from './signatures.ts';

/** Addresses of other programs that are told of what happens, and what is on its way to them. */
export interface Hooks {
  readonly readAddress: ReadAddress;
  /** The oldest first. */
  all(): Promise<readonly Hook[]>;
  /** A new one, told of those consultations alone where some are named, with the secret that signs what it is sent: the only time it is told. */
  make(
    address: string,
    signals: readonly HookEvent[],
    consultations?: readonly string[],
  ): Promise<{ readonly hook: Hook; readonly secret: string }>;
  /** The one that was removed, if there was one. */
  remove(id: string): Promise<Hook | undefined>;
  /** Sends a message that says nothing. */
  test(id: string): Promise<Hook | undefined>;
  /** The latest first. */
  deliveries(id: string): Promise<readonly Delivery[]>;
  /** Messages on their way. */
  waiting(): number;
  /** Watches what happens from now on, and goes on with what a stop cut short. */
  start(): Promise<void>;
  /** Watches no more. */
  close(): void;
}

export interface HooksParts {
  readonly store: Store;
  readonly tallies: Pick<LiveTallies, 'participationIn'>;
  /** Derives the secrets. */
  readonly key: KeyObject;
  readonly log: Pick<Logger, 'error'>;
  readonly jobs: JobQueue;
  /** Milliseconds since 1970. */
  readonly time?: () => number;
  readonly random?: () => number;
  readonly timeoutMs?: number;
  readonly reach: HookReach;
}

/** Changes are gathered for so long before they are looked at; the calendar is looked at as often as that. */
const [gatherMs, calendarMs] = [1_000, 60_000];

export function createHooks(parts: HooksParts): Hooks {
  const { store, tallies, key, log, jobs, time = Date.now, random = Math.random, timeoutMs = 10_000 } = parts;
  const failed = (error: unknown) => log.error({ failure: error }, 'a signal could not be sent');
  const keyOf = (id: string) => createHmac('sha256', key).update(`hook ${id}`).digest();
  const deliveries = createDeliveries({
    ...{ store, jobs, now: time, keyOf, timeoutMs, random, failed, reach: parts.reach },
  });
  const now = () => new Date(time()).toISOString();
  const all = async () => (await allOf(store, 'hook')).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const { look, present } = createLook({ store, tallies, deliveries, all, now });
  jobs.on('signals', { run: look, failed });
  jobs.every('signals', calendarMs);
  let unwatch = () => {};
  return {
    readAddress: (text) => readHookAddress(text, parts.reach),
    all,
    waiting: deliveries.waiting,
    deliveries: deliveries.of,
    async make(address, signals, consultations) {
      const fresh = {
        ...({ schema: 1, id: randomBytes(9).toString('hex'), version: 0, address } as const),
        ...{ signals: [...signals], createdAt: now() },
        signing: 'standard' as const,
        ...(consultations !== undefined && { consultations: [...consultations] }),
        seen: await present(),
      };
      const saved = await store.save('hook', fresh);
      if (saved.outcome === 'conflict') throw new Error('Two addresses were drawn the same id');
      return { hook: saved.record, secret: secretOf(keyOf(fresh.id)) };
    },
    async remove(id) {
      const known = await store.load('hook', id);
      if (known === undefined) return undefined;
      await store.erase('hook', id);
      await deliveries.forget(id);
      return known;
    },
    async test(id) {
      const known = await store.load('hook', id);
      if (known === undefined) return undefined;
      const drawn = randomBytes(12).toString('hex');
      await deliveries.add({ id: drawn, hook: id, type: 'test', body: messageOf(drawn, 'test', now()) });
      return known;
    },
    async start() {
      await deliveries.start();
      unwatch = store.watch(({ kind }) => {
        if (kind === 'consultation' || kind === 'participant') jobs.ask('signals', '', { after: gatherMs });
      });
    },
    close: () => unwatch(),
  };
}
