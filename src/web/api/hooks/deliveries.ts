import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import { type Delivery, type Hook, mostTries } from '#domain/records/hook.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import type { HookClock } from './clock.ts';
import type { HookReach } from './hook-address.ts';
import { postSigned } from './post-signed.ts';
import { signatures } from './signatures.ts';

export interface DeliveriesParts {
  readonly store: Store;
  readonly clock: HookClock;
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
  close(): Promise<void>;
}

/** Minutes before the second try, the third, and so on: three times as long each, half a day at most. */
const waits = [1, 3, 9, 27, 81, 243, 720] as const;
/** Messages kept of one address: those that are over, and those on their way. */
const kept = { over: 50, waiting: 100 } as const;

export function createDeliveries(parts: DeliveriesParts): Deliveries {
  const { store, clock, failed } = parts;
  const inTurn = new KeyedQueue();
  const stop = new AbortController();
  const waiting = new Map<string, () => void>();
  const atWork = new Set<Promise<void>>();
  const iso = () => new Date(clock.now()).toISOString();

  const of = async (hook: string) => {
    const found = await allOf(store, 'delivery', (one) => one.hook === hook);
    return found.sort((a, b) => b.at.localeCompare(a.at) || (a.id < b.id ? 1 : -1));
  };
  const plan = ({ id, next }: Delivery) => {
    if (next === undefined || stop.signal.aborted) return;
    waiting.get(id)?.();
    const due = () => {
      waiting.delete(id);
      const work = tried(id).catch(failed);
      atWork.add(work);
      void work.then(() => atWork.delete(work));
    };
    waiting.set(id, clock.after(Math.max(0, Date.parse(next) - clock.now()), due));
  };
  /** One at a time for each address. */
  const tried = async (id: string) => {
    const known = await store.load('delivery', id);
    const hook = known && (await store.load('hook', known.hook));
    if (hook !== undefined) return inTurn.run(hook.address, () => attempt(id, hook));
    // Its address was removed at that very moment.
    if (known !== undefined) await store.erase('delivery', id);
  };
  const attempt = async (id: string, its: Hook) => {
    const { address, id: hook } = its;
    const before = await store.load('delivery', id);
    if (before === undefined || before.next === undefined || stop.signal.aborted) return;
    const at = iso();
    const came = await postSigned(address, before.body, {
      signatures: signatures(its, parts.keyOf(hook), before, clock.now()),
      ...{ timeoutMs: parts.timeoutMs, stop: stop.signal, reach: parts.reach },
    });
    // It is tried again at the next start, as if it had not been.
    if (came === 'stopped') return;
    const { next: _, ...over } = { ...before, tried: [...before.tried, { at, came }] };
    const arrived = typeof came === 'number' && came >= 200 && came < 300;
    const wait = arrived || over.tried.length >= mostTries ? undefined : waits[over.tried.length - 1];
    const next = wait === undefined ? {} : { next: new Date(clock.now() + spread(wait)).toISOString() };
    const saved = await store.save('delivery', { ...over, ...next });
    if (saved.outcome === 'saved') plan(saved.record);
    if (wait === undefined) await bound(hook);
  };
  /** From four fifths to six fifths of it: many that fail at once do not come back at once. */
  const spread = (minutes: number) => minutes * 60_000 * (0.8 + 0.4 * parts.random());
  const drop = async (some: readonly Delivery[]) => {
    for (const { id } of some) {
      waiting.get(id)?.();
      waiting.delete(id);
      await store.erase('delivery', id);
    }
  };
  const bound = async (hook: string) => {
    const all = await of(hook);
    const isWaiting = ({ next }: Delivery) => next !== undefined;
    await drop(all.filter((one) => !isWaiting(one)).slice(kept.over));
    await drop(all.filter(isWaiting).slice(kept.waiting));
  };
  return {
    of,
    waiting: () => waiting.size + atWork.size,
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
    async close() {
      stop.abort();
      for (const cancel of waiting.values()) cancel();
      waiting.clear();
      await Promise.all(atWork);
    },
  };
}
