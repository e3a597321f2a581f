import type { PgBoss } from 'pg-boss';
import type { Outage } from './outage.ts';
import type { JobTable } from './table.ts';

/** What was asked for here and is not noted in the database yet. */
export interface Postbox {
  put(name: string, key: string, afterMs: number): void;
  /** Notes everything now. Rejects while the database is away: what is left is noted by another call. */
  send(): Promise<void>;
}

interface Parts {
  readonly boss: PgBoss;
  readonly table: JobTable;
  readonly outage: Outage;
  /** Whether the database is ready; before that nothing is sent but by a call. */
  readonly isOpen: () => boolean;
  /** Told that something of a name is due here. */
  readonly wake: (name: string) => Promise<void>;
}

/** Asks are gathered for so long: a busy consultation asks for the same many times a second. In milliseconds. */
const gatherMs = 100;
/** What is due sooner than so many milliseconds is waited for here; the rest is found by a look at all that is due. */
const soon = 10_000;

export function createPostbox({ boss, table, outage, isOpen, wake }: Parts): Postbox {
  /** When each key is due, by name. */
  const waiting = new Map<string, Map<string, number>>();
  let gathering = false;
  let sending = Promise.resolve();

  const note = async (name: string, dues: ReadonlyMap<string, number>) => {
    const now = performance.now();
    // In the order of their keys, on every node: nobody waits for somebody who waits for them.
    const asked = [...dues].sort(([a], [b]) => (a < b ? -1 : 1));
    const waits = asked.map(([key, due]) => ({ key, ms: Math.max(0, due - now) }));
    const noted = await boss.insert(
      name,
      waits.map(({ key, ms }) => ({ data: { key }, singletonKey: key, startAfter: ms / 1_000 })),
      { returnId: true },
    );
    // Others wait already, later perhaps.
    if ((noted?.length ?? 0) < waits.length) await table.bringForward(name, waits);
    for (const ms of new Set(waits.map((one) => Math.ceil(one.ms))))
      if (ms < soon) setTimeout(() => void wake(name), ms).unref();
  };
  const sendAll = async () => {
    for (const [name, dues] of [...waiting]) {
      waiting.delete(name);
      try {
        await note(name, dues);
      } catch (error) {
        for (const [key, due] of dues) keep(name, key, due);
        throw error;
      }
    }
  };
  const send = () => {
    const sent = sending.then(sendAll);
    sending = sent.catch(() => {});
    return sent;
  };
  const keep = (name: string, key: string, due: number) => {
    const dues = waiting.get(name) ?? new Map<string, number>();
    waiting.set(name, dues.set(key, Math.min(due, dues.get(key) ?? due)));
  };
  const gathered = () => {
    gathering = false;
    if (isOpen()) send().catch(outage.failed);
  };
  return {
    put(name, key, afterMs) {
      keep(name, key, performance.now() + afterMs);
      if (gathering) return;
      gathering = true;
      setTimeout(gathered, gatherMs).unref();
    },
    send,
  };
}
