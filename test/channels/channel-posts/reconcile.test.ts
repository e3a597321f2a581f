import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { createReconciliation } from '#channels/channel-posts/reconcile.ts';
import { createReconciler } from '#channels/channel-posts/reconciler.ts';
import { createViews } from '#channels/views.ts';
import type { ConnectorClient, Sent } from '#channels/wire.ts';
import { withoutMembers } from '#domain/records/without-members.ts';
import { createInProcessJobs } from '#jobs/in-process-jobs.ts';
import { openStore } from '#store/files/open.ts';
import { createInProcessMemory } from '#store/shared/in-process-memory.ts';
import type { SharedMemory } from '#store/shared/shared-memory.ts';
import type { Store } from '#store/store.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { withFolder } from '#test/store/folders.ts';
import { surroundingsOf } from '../turns/taking/taker.ts';

const now = () => '2026-11-23T10:00:00.000Z';
const members = Array.from({ length: 6 }, (_, i) => `29:member-${i}`);
const address = {
  channelId: 'msteams',
  serviceUrl: 'https://example.org/',
  conversation: { id: '19:channel', conversationType: 'channel' },
  bot: { id: '28:bot' },
};

/** A consultation that stands in a channel; what is posted there goes to `posting`. */
async function channel(store: Store, posting: (posts: number) => Promise<Sent>) {
  const consultation = newConsultation();
  await store.save('consultation', { ...consultation, version: 0 });
  await store.save('channel-post', {
    ...{ schema: 1, id: 'post', version: 0, consultation: consultation.id, since: now(), place: 'place' },
    ...{ address, language: 'fr', members, posts: {} },
  });
  return node(store, posting);
}

/** A program that brings channels up to date, one of several on a store where they share a memory. */
function node(store: Store, posting: (posts: number) => Promise<Sent>, memory?: SharedMemory) {
  const surroundings = { ...surroundingsOf(store, now), ...(memory && { memory }) };
  const { catalogues, phrases } = surroundings;
  let posts = 0;
  const line: ConnectorClient = {
    post: () => posting(++posts),
    reply: () => posting(++posts),
    update: async (_, id) => ({ outcome: 'sent', id }),
    members: async () => members,
  };
  const dataLinks = { sign: () => '', read: () => undefined };
  const views = createViews({ catalogues, phrases, publicUrl: () => 'https://example.org', dataLinks });
  const reconciliation = createReconciliation({ surroundings, line, views, onGone: async () => undefined });
  return { surroundings, reconciliation, posts: () => posts };
}

test('what is posted while others change the record is posted once, and both are kept', () =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    const { reconciliation, posts } = await channel(store, async (nth) => {
      await store.forget('channel-post', 'post', (one) => withoutMembers(one, (id) => id === members[nth]));
      return { outcome: 'sent', id: `activity-${nth}` };
    });
    await reconciliation.one('post');
    const post = await store.load('channel-post', 'post');
    expect(posts()).toBe(1);
    expect(post?.posts.invitation?.activity).toBe('activity-1');
    expect(post?.members).toEqual(members.filter((_, i) => i !== 1));
    await store.close();
  }));

test('two nodes that come to the same channel at once post there once', () =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    const memory = createInProcessMemory();
    await channel(store, async () => ({ outcome: 'failed', why: 'none' }));
    const posted: string[] = [];
    const posting = (name: string) => async (): Promise<Sent> => {
      posted.push(name);
      await pause(20);
      return { outcome: 'sent', id: `activity of ${name}` };
    };
    const nodes = ['one', 'other'].map((name) => node(store, posting(name), memory));
    await Promise.all(nodes.map(({ reconciliation }) => reconciliation.one('post')));
    expect(posted).toHaveLength(1);
    await store.close();
  }));

test('what is erased while it is posted to stays erased', () =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    const { reconciliation } = await channel(store, async () => {
      await store.erase('channel-post', 'post');
      return { outcome: 'sent', id: 'activity' };
    });
    expect(await reconciliation.one('post')).toBeUndefined();
    expect(await store.load('channel-post', 'post')).toBeUndefined();
    await store.close();
  }));

test('a stop waits for what is on its way and begins nothing more', () =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    const held = Promise.withResolvers<Sent>();
    const begun = Promise.withResolvers<void>();
    const { surroundings, reconciliation, posts } = await channel(store, (nth) => {
      begun.resolve();
      return nth === 1 ? held.promise : Promise.resolve({ outcome: 'sent', id: `late-${nth}` });
    });
    const { channelPosts } = surroundings;
    const rhythm = { rest: 1, again: 60_000, round: 60_000 };
    const jobs = createInProcessJobs();
    const reconciler = createReconciler({ store, channelPosts, reconciliation, jobs, log: console, rhythm });
    const unwatch = reconciler.watch();
    await jobs.start();
    await begun.promise;
    const stop = new AbortController();
    const { id } = newConsultation();
    const asked = Array.from({ length: 5 }, () => reconciliation.all(id, stop.signal));
    unwatch();
    stop.abort();
    const closed = jobs.close(5_000);
    held.resolve({ outcome: 'failed', why: 'the channel refuses' });
    await Promise.all([closed, ...asked]);
    expect(posts()).toBe(1);
    await store.close();
  }));
