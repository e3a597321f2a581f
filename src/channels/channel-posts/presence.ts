import type { Logger } from 'pino';
import type { ChannelPost } from '#domain/records/channel-post.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import type { Post } from '../post-result.ts';
import { type AfarParts, tell } from '../private-posts/post-afar.ts';
import type { Surroundings } from '../turns/surroundings.ts';
import { createInvite, type Invite } from './invite.ts';
import { createReconciliation } from './reconcile.ts';
import { calm, createReconciler, type Rhythm } from './reconciler.ts';
import { createRoster, type Roster } from './roster.ts';

/** Consultations in channels and group chats: put there, kept up to date, and taken away. */
export interface Presence {
  readonly invite: Invite;
  readonly roster: Roster;
  /** Brings every channel of a consultation up to date; says in how many the result stands. */
  readonly post: Post;
  /** Consultations whose channels are to be brought up to date. */
  waiting(): number;
  /** Begins to follow what changes. */
  start(): void;
  /** Follows it no more. */
  close(): void;
}

export interface PresenceParts {
  readonly surroundings: Surroundings;
  readonly afar: AfarParts;
  readonly jobs: JobQueue;
  readonly log: Pick<Logger, 'error'>;
  readonly rhythm?: Rhythm;
}

export function createPresence({ surroundings, afar, jobs, log, rhythm = calm }: PresenceParts): Presence {
  const { store, channelPosts } = surroundings;
  const { line, views } = afar;
  const onGone = (channelPost: ChannelPost) => tellOfLoss(channelPost, afar);
  const reconciliation = createReconciliation({ surroundings, line, views, onGone });
  const reconciler = createReconciler({ store, channelPosts, reconciliation, jobs, log, rhythm });
  let close = () => {};
  return {
    invite: createInvite({ surroundings, line, reconciliation }),
    roster: createRoster(surroundings, line, (channelPost) => reconciliation.one(channelPost)),
    // What is behind is found at the next look: it is no part of what a publication waits for.
    post: async ({ id }) => ({ reached: (await reconciliation.all(id)).standing, behind: 0 }),
    start() {
      close = reconciler.watch();
    },
    waiting: reconciler.waiting,
    close: () => close(),
  };
}

/** Tells whoever put a consultation in a channel that nothing more can be posted there, where they can be told. */
async function tellOfLoss({ consultation: code, facilitator }: ChannelPost, afar: AfarParts): Promise<void> {
  const { store } = afar;
  const known = facilitator === undefined ? undefined : await store.load('facilitator', facilitator);
  const reference =
    known?.reference === undefined ? undefined : await store.load('reference', known.reference);
  const consultation = await store.load('consultation', code);
  if (reference === undefined || consultation === undefined || reference.stopped) return;
  await tell(reference, consultation, { label: 'notice', about: 'channel-gone' }, afar);
}
