import { type Delivery, type Hook, mostTries } from '#domain/records/hook.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import type { HookReach } from './hook-address.ts';
import { postSigned } from './post-signed.ts';
import { signatures } from './signatures.ts';

export interface DeliveriesParts {
  readonly store: Store;
  readonly jobs: JobQueue;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What signs the messages to an address. */
  readonly keyOf: (hook: string) => Uint8Array;
  readonly timeoutMs: number;
  /** 0..1, drawn for each wait. */
  readonly random: () => number;
  readonly failed: (error: unknown) => void;
  readonly reach: HookReach;
}

/** Messages on their way, kept until they arrived or were given up. */
export interface Deliveries {
  /** Takes up what an earlier stop left. */
  start(): Promise<void>;
  /** Sends a message; one of the same id is not sent twice. */
  add(delivery: Pick<Delivery, 'id' | 'hook' | 'type' | 'body'>): Promise<void>;
  /** Those of an address, the latest first. */
  of(hook: string): Promise<readonly Delivery[]>;
  /** How many are on their way. */
  waiting(): number;
  /** Removes those of an address. */
  forget(hook: string): Promise<void>;
}

/** Minutes before the second try, the third, and so on: three times as long each, half a day at most. */
const waits = [1, 3, 9, 27, 81, 243, 720] as const;
/** Messages kept of one address: those that are over, and those on their way. */
const kept = { over: 50, waiting: 100 } as const;

/** A job an address: its messages go one at a time, from whatever node, and one that does not answer holds no other up. */
export function createDeliveries(parts: DeliveriesParts): Deliveries {
  const { store, jobs, now } = parts;
  /** Messages that are not over, as far as this node knows. */
  const onTheirWay = new Set<string>();
  const iso = () => new Date(now()).toISOString();

  const of = async (hook: string) => {
    const found = await allOf(store, 'delivery', (one) => one.hook === hook);
    return found.sort((a, b) => b.at.localeCompare(a.at) || (a.id < b.id ? 1 : -1));
  };
  const plan = ({ id, hook, next }: Delivery) => {
    if (next === undefined) onTheirWay.delete(id);
    else onTheirWay.add(id);
    if (next !== undefined) jobs.ask('deliveries', hook, { after: Math.max(0, Date.parse(next) - now()) });
  };
  const run = async (hook: string, stopping: AbortSignal) => {
    const its = await store.load('hook', hook);
    // Its address was removed at that very moment.
    if (its === undefined) return drop(await of(hook));
    for (const { id, next } of (await of(hook)).toReversed()) {
      if (stopping.aborted) return;
      if (next !== undefined && next <= iso()) await attempt(id, its, stopping);
    }
    await bound(hook);
    for (const delivery of await of(hook)) plan(delivery);
  };
  const attempt = async (id: string, its: Hook, stopping: AbortSignal) => {
    const before = await store.load('delivery', id);
    if (before === undefined || before.next === undefined) return;
    const at = iso();
    const came = await postSigned(its.address, before.body, {
      signatures: signatures(its, parts.keyOf(its.id), before, now()),
      ...{ timeoutMs: parts.timeoutMs, stop: stopping, reach: parts.reach },
    });
    // It is tried again at the next start, as if it had not been.
    if (came === 'stopped') return;
    const { next: _, ...over } = { ...before, tried: [...before.tried, { at, came }] };
    const arrived = typeof came === 'number' && came >= 200 && came < 300;
    const wait = arrived || over.tried.length >= mostTries ? undefined : waits[over.tried.length - 1];
    const next = wait === undefined ? {} : { next: new Date(now() + spread(wait)).toISOString() };
    await store.save('delivery', { ...over, ...next });
  };
  /** From four fifths to six fifths of it: many that fail at once do not come back at once. */
  const spread = (minutes: number) => minutes * 60_000 * (0.8 + 0.4 * parts.random());
  const drop = (some: readonly Delivery[]) => {
    for (const { id } of some) onTheirWay.delete(id);
    return store.eraseMany(
      'delivery',
      some.map(({ id }) => id),
    );
  };
  const bound = async (hook: string) => {
    const all = await of(hook);
    const isWaiting = ({ next }: Delivery) => next !== undefined;
    const over = all.filter((one) => !isWaiting(one)).slice(kept.over);
    const late = all.filter(isWaiting).slice(kept.waiting);
    if (over.length + late.length > 0) await drop([...over, ...late]);
  };
  jobs.on('deliveries', { run, failed: parts.failed });
  return {
    of,
    waiting: () => onTheirWay.size,
    async start() {
      for await (const { record } of store.changes('delivery', 0)) if (record) plan(record);
    },
    async add(given) {
      if ((await store.load('delivery', given.id)) !== undefined) return;
      const at = iso();
      const fresh: Delivery = { schema: 1, version: 0, at, tried: [], next: at, ...given };
      const saved = await store.save('delivery', fresh);
      if (saved.outcome === 'saved') plan(saved.record);
      await bound(given.hook);
    },
    forget: async (hook) => drop(await of(hook)),
  };
}
