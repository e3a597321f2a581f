import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createChannelPosts } from '#channels/channel-posts/channel-posts.ts';
import { placeOf } from '#channels/channel-posts/place-of.ts';
import { createKeyMaker } from '#channels/keys.ts';
import {
  type ConsultationResolver,
  createConsultationResolver,
  withoutCode,
} from '#channels/turns/consultation-resolver.ts';
import type { Surroundings } from '#channels/turns/surroundings.ts';
import type { Event } from '#domain/conversation/event.ts';
import { openStore } from '#store/files/open.ts';
import type { Store } from '#store/store.ts';
import { cardAction, channelMessage, personalMessage } from '#test/channel/teams-activity.ts';
import { inChannel, newChannel, person } from '#test/channel/teams-places.ts';
import { newConsultation, newWorld } from '#test/conversations/world.ts';

const keys = createKeyMaker('secret');
const { words } = newWorld(async () => ({ numbers: [] }));
const [channel, elsewhere] = [newChannel(), newChannel()];
const service = 'http://127.0.0.1:9/';
let dir: string;
let store: Store;
let resolver: ConsultationResolver;
let surroundings: Surroundings;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trajectoires-at-hand-'));
  store = await openStore(dir);
  for (const id of ['decouverte', 'vallee', 'notre-vallee-k7p2', 'plateau'])
    await store.save('consultation', newConsultation({ id, version: 0 }));
  const channelPosts = createChannelPosts(store);
  surroundings = { store, keys, channelPosts, phrases: { words } } as never;
  resolver = createConsultationResolver(surroundings, 'decouverte');
  await stands('vallee', '2026-11-20T10:00:00.000Z');
});
afterAll(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

/** A consultation stands in the channel since then. */
const stands = (consultation: string, since: string) =>
  store.save('channel-post', {
    ...{
      schema: 1,
      id: consultation,
      version: 0,
      consultation,
      since,
      address: {},
      language: 'fr',
      posts: {},
    },
    place: placeOf(channelMessage({ service, user: person(), channel, text: '' }), keys).place,
  });

const text = (text: string): Event => ({ kind: 'text', text });
const tap = (value: object): Event => ({ kind: 'submit', value });
const turn = (activity: object) => ({ activity }) as never;
const alone = (user = person()) => turn(personalMessage({ service, user, text: 'bonjour' }));
const there = (user = person(), where = channel) =>
  turn(channelMessage({ service, user, channel: where, text: 'bonjour' }));
const inPrivate = async (who: never, event: Event) => (await resolver.inPrivate(who, event)).id;
const together = async (who: never, event: Event) => (await resolver.inChannel(who, event)).id;

test('in private: what the button names, else what they last turned to, else the first of all', async () => {
  const user = person();
  expect(await inPrivate(alone(user), text('bonjour'))).toBe('decouverte');
  expect(await inPrivate(alone(user), tap({ act: 'participate', consultation: 'vallee' }))).toBe('vallee');
  await resolver.remember(alone(user), 'vallee');
  expect(await inPrivate(alone(user), text('bonjour'))).toBe('vallee');
  expect(await inPrivate(alone(user), tap({ act: 'participate', consultation: 'gone' }))).toBe('vallee');
  expect(await inPrivate(alone(), text('bonjour'))).toBe('decouverte');
});

test('where a channel binds them, no button leads elsewhere', async () => {
  const bound = turn({
    ...personalMessage({ service, user: person(), text: '' }),
    channelId: 'directline',
  });
  const binding = { consultation: 'vallee', facilitator: false };
  const sent = tap({ act: 'participate', consultation: 'plateau' });
  expect(await inPrivate({ ...(bound as object), binding } as never, sent)).toBe('vallee');
});

test('in a channel: what the button names, else what stands there, in any thread of it', async () => {
  const user = person();
  await resolver.remember(alone(user), 'plateau');
  expect(await together(there(user), text('le groupe'))).toBe('vallee');
  const where = inChannel({ channel, thread: '1' });
  const tapped = turn(cardAction({ service, user, where, verb: 'invitation', data: {} }));
  expect(await together(tapped, tap({ act: 'invitation', consultation: 'plateau' }))).toBe('plateau');
  expect(await together(tapped, tap({ act: 'invitation' }))).toBe('vallee');
  expect(await together(there(user, elsewhere), text('le groupe'))).toBe('plateau');
  expect(await together(there(person(), elsewhere), text('le groupe'))).toBe('decouverte');
});

test('of several that stand there, the latest', async () => {
  await stands('plateau', '2026-11-22T10:00:00.000Z');
  expect(await together(there(), text('le groupe'))).toBe('plateau');
});

test('who invites speaks of the one they name, else of their own', async () => {
  const user = person();
  await resolver.remember(alone(user), 'vallee');
  expect(await together(there(user), text('inviter ici'))).toBe('vallee');
  expect(await together(there(user), text('Inviter  Notre-Vallee-K7P2.'))).toBe('notre-vallee-k7p2');
  expect(await together(there(), text('invite here'))).toBe('plateau');
});

test.each([
  ['inviter notre-vallee-k7p2', 'inviter'],
  ['Put the invitation here: vallee', 'Put the invitation here: vallee'],
  ['put the invitation here vallee', 'put the invitation here'],
  ['inviter ici', 'inviter ici'],
  ['le groupe vallee', 'le groupe vallee'],
])('%j, without the code that it names, is %j', (said, rest) => {
  expect(withoutCode(text(said), surroundings)).toEqual(text(rest));
});
