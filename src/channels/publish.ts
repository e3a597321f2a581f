import { keepSnapshot } from '../application/results/keep-snapshot.ts';
import { type Consultation, isPublished } from '../domain/consultation/consultation.ts';
import type { Reply } from '../domain/conversation/reply.ts';
import { KeyedQueue } from '../domain/queues/keyed-queue.ts';
import type { Store } from '../store/store.ts';

import type { Surroundings } from './turns/surroundings.ts';

/** What became of a publication. */
export type Published =
  | { readonly outcome: 'published'; readonly conversations: number }
  | { readonly outcome: 'waiting'; readonly needed: number }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'unknown' };

export type Publish = (code: string) => Promise<Published>;

/** A way to post a reply into the conversations of a consultation. */
export type Post = (consultation: Consultation, reply: Reply) => Promise<Reached>;

interface Reached {
  readonly reached: number;
  /** How many could not be reached now, and are to be tried again. */
  readonly behind: number;
}

/** The ways to post a published result. */
export interface Ways {
  /** To whoever is there now, and into channels, which look after themselves. */
  readonly now: readonly Post[];
  /** Into kept conversations, those that have it left out; what could not be reached is tried again. */
  readonly kept: Post;
}

/** Posts the group scenario into every conversation of its consultation; one publication at a time. */
export function createPublish(
  surroundings: Surroundings,
  ways: Ways,
): {
  readonly publish: Publish;
  /** Goes on with the publications that did not reach everyone yet. */
  resume(): Promise<void>;
} {
  const { store, tallies, now } = surroundings;
  const inTurn = new KeyedQueue();
  const publish: Publish = (code) =>
    inTurn.run(code, async () => {
      const before = await store.load('consultation', code);
      if (before === undefined) return { outcome: 'unknown' };
      const time = now();
      const group = await tallies.view(before, time);
      if (group.state === 'waiting') return { outcome: 'waiting', needed: group.needed };
      const marked = await markPublished(code, time, group.at, store);
      if (marked.outcome === 'unchanged') return { outcome: 'unchanged' };
      await keepSnapshot(store, { consultation: code, at: group.at, scenario: group.scenario });
      return { outcome: 'published', conversations: await spread(marked.record, [...ways.now, ways.kept]) };
    });

  const spread = async (consultation: Consultation, posts: readonly Post[]): Promise<number> => {
    const group = await tallies.view(consultation, now());
    const reply = { label: 'group-scenario', group, facilitator: false } as const;
    const all = await Promise.all(posts.map((post) => post(consultation, reply)));
    if (all.every(({ behind }) => behind === 0)) await markPosted(consultation.id, store);
    return all.reduce((sum, { reached }) => sum + reached, 0);
  };

  const resume = async () => {
    for await (const { record } of store.changes('consultation', 0)) {
      if (record?.posting) await inTurn.run(record.id, () => spread(record, [ways.kept]));
    }
  };
  return { publish, resume };
}

/** The consultation is published from now on; `unchanged` when it is gone, or this result was published before. */
function markPublished(code: string, time: string, releasedAt: string, store: Store) {
  return store.update('consultation', code, (its) =>
    its === undefined || isPublished(its, releasedAt) ? its : { ...its, publishedAt: time, posting: true },
  );
}

/** Every conversation has it. */
async function markPosted(code: string, store: Store): Promise<void> {
  await store.update('consultation', code, (its) => {
    if (its?.posting === undefined) return its;
    const { posting: _, ...posted } = its;
    return posted;
  });
}
