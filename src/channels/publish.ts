import { type Consultation, isPublished } from '#domain/consultation.ts';
import type { Reply } from '#domain/reply.ts';
import { createQueue } from './in-turn.ts';
import type { Surroundings } from './surroundings.ts';

/** What became of a publication. */
export type Published =
  | { readonly outcome: 'published'; readonly conversations: number }
  | { readonly outcome: 'waiting'; readonly needed: number }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'unknown' };

export type Publish = (code: string) => Promise<Published>;

/** A way to post a reply into the conversations of a consultation; says how many it reached. */
export type Post = (consultation: Consultation, reply: Reply) => Promise<number>;

/** Posts the group scenario into every conversation of its consultation; one publication at a time. */
export function createPublish({ store, groups, now }: Surroundings, posts: readonly Post[]): Publish {
  const inTurn = createQueue();
  return (code) =>
    inTurn(code, async () => {
      await groups.ready;
      const before = await store.load('consultation', code);
      if (before === undefined) return { outcome: 'unknown' };
      const time = now();
      const group = groups.view(before, time);
      await groups.settled();
      if (group.state === 'waiting') return { outcome: 'waiting', needed: group.needed };
      const consultation = (await store.load('consultation', code)) ?? before;
      if (isPublished(consultation, group.at)) return { outcome: 'unchanged' };
      const saved = await store.save('consultation', { ...consultation, publishedAt: time });
      if (saved.outcome === 'conflict')
        throw new Error('The consultation was changed elsewhere at the same time');
      const reached = await Promise.all(
        posts.map((post) => post(saved.record, { label: 'group-scenario', group, facilitator: false })),
      );
      return { outcome: 'published', conversations: reached.reduce((sum, n) => sum + n, 0) };
    });
}
