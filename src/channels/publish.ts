import { keepSnapshot } from '../application/results/keep-snapshot.ts';
import { type Consultation, isPublished } from '../domain/consultation/consultation.ts';
import type { Reply } from '../domain/conversation/reply.ts';
import { KeyedQueue } from '../domain/queues/keyed-queue.ts';
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
      await tallies.ready;
      const before = await store.load('consultation', code);
      if (before === undefined) return { outcome: 'unknown' };
      const time = now();
      const group = tallies.view(before, time);
      await tallies.settled();
      if (group.state === 'waiting') return { outcome: 'waiting', needed: group.needed };
      const marked = await mark(code, time, group.at, surroundings);
      if (marked === undefined) return { outcome: 'unchanged' };
      await keepSnapshot(store, { consultation: code, at: group.at, scenario: group.scenario });
      return { outcome: 'published', conversations: await spread(marked, [...ways.now, ways.kept]) };
    });

  const spread = async (consultation: Consultation, posts: readonly Post[]): Promise<number> => {
    const group = tallies.view(consultation, now());
    await tallies.settled();
    const reply = { label: 'group-scenario', group, facilitator: false } as const;
    const all = await Promise.all(posts.map((post) => post(consultation, reply)));
    if (all.every(({ behind }) => behind === 0)) await posted(consultation.id, surroundings);
    return all.reduce((sum, { reached }) => sum + reached, 0);
  };

  const resume = async () => {
    await tallies.ready;
    for await (const { record } of store.changes('consultation', 0)) {
      if (record?.posting) await inTurn.run(record.id, () => spread(record, [ways.kept]));
    }
  };
  return { publish, resume };
}

/** The consultation, published from now on; nothing when this result was published before. */
async function mark(
  code: string,
  time: string,
  releasedAt: string,
  surroundings: Surroundings,
): Promise<Consultation | undefined> {
  const { store } = surroundings;
  const consultation = await store.load('consultation', code);
  if (consultation === undefined || isPublished(consultation, releasedAt)) return undefined;
  const saved = await store.save('consultation', { ...consultation, publishedAt: time, posting: true });
  // A result may be released at this very moment.
  return saved.outcome === 'saved' ? saved.record : mark(code, time, releasedAt, surroundings);
}

/** Every conversation has it. */
async function posted(code: string, surroundings: Surroundings): Promise<void> {
  const { store } = surroundings;
  const consultation = await store.load('consultation', code);
  if (consultation?.posting === undefined) return;
  const { posting: _, ...settled } = consultation;
  const saved = await store.save('consultation', settled);
  if (saved.outcome === 'conflict') await posted(code, surroundings);
}
