import { createHash } from 'node:crypto';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Hook } from '#domain/records/hook.ts';
import type { LiveTallies } from '#projections/live-tallies.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import type { Deliveries } from './deliveries.ts';
import { difference, type News, seenNow } from './difference.ts';

interface LookParts {
  readonly store: Store;
  readonly tallies: Pick<LiveTallies, 'participationIn'>;
  readonly deliveries: Pick<Deliveries, 'add'>;
  /** The addresses to tell. */
  readonly all: () => Promise<readonly Hook[]>;
  readonly now: () => string;
}

/** Looks at what is new since each address was last told, and tells it; one look after the other. */
export function createLook({ store, tallies, deliveries, all, now }: LookParts) {
  const consultations = () => allOf(store, 'consultation');
  const seenIn = async (list: readonly Consultation[], before: Hook['seen'] = {}): Promise<Hook['seen']> => {
    const all = list.map(async (its) => {
      const { took } = await tallies.participationIn(its);
      return [its.id, seenNow(its, took, now(), before[its.id])] as const;
    });
    return Object.fromEntries(await Promise.all(all));
  };
  const tell = async (hook: Hook, list: readonly Consultation[]) => {
    const seen = await seenIn(list, hook.seen);
    for (const its of list) {
      const after = seen[its.id];
      const news = after === undefined ? [] : difference(its, after, hook.seen[its.id]);
      for (const one of news.filter(({ type }) => hook.signals.includes(type))) {
        const id = hashed(hook.id, one.type, its.id, one.mark);
        const body = messageOf(id, one.type, now(), its.id, one.data);
        await deliveries.add({ id, hook: hook.id, type: one.type, body });
      }
    }
    // What was told is noted last: cut short in between, the same is found again and is not sent twice.
    if (JSON.stringify(seen) !== JSON.stringify(hook.seen)) await store.save('hook', { ...hook, seen });
  };
  return {
    /** How everything stands now: nothing of it is news. */
    present: async () => seenIn(await consultations()),
    look: async () => {
      const hooks = await all();
      if (hooks.length === 0) return;
      const list = await consultations();
      for (const hook of hooks)
        await tell(
          hook,
          list.filter(({ id }) => isTold(hook, id)),
        );
    },
  };
}

/** Whether an address is told of a consultation. */
const isTold = ({ consultations }: Hook, code: string): boolean => consultations?.includes(code) ?? true;

/** What is sent, as JSON. */
export const messageOf = (
  id: string,
  type: string,
  at: string,
  consultation: string | null = null,
  data: News['data'] = {},
): string => JSON.stringify({ id, type, at, consultation, data });

const hashed = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
