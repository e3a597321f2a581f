import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createFacilitators, type Facilitators } from '#channels/facilitators.ts';
import { createInvitations } from '#channels/invitations.ts';
import { createKeyMaker } from '#channels/keys.ts';
import type { AccountRole } from '#domain/records/account.ts';
import { openStore } from '#store/files/open.ts';
import { createInProcessMemory } from '#store/shared/in-process-memory.ts';
import type { Store } from '#store/store.ts';
import { personalMessage } from '../channel/teams-activity.ts';
import { person } from '../channel/teams-places.ts';

const named = person('Awa', '7A1D0000-0000-4000-8000-000000000001');
const invitations = createInvitations(createInProcessMemory());
let dir: string;
let store: Store;
let facilitators: Facilitators;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trajectoires-facilitators-'));
  store = await openStore(dir);
  const keys = createKeyMaker('secret');
  const ids = [named.aadObjectId.toLowerCase()];
  const openInvitation = async (invitation: string) => invitations.open(invitation);
  facilitators = createFacilitators({ store, keys, openInvitation, named: ids });
});
afterAll(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

const from = (user: ReturnType<typeof person>) =>
  personalMessage({ service: 'http://127.0.0.1:9/', user, text: 'bonjour' });
const rights = (activity: ReturnType<typeof from>, consultation = 'vallee') =>
  facilitators.rights(activity, undefined, consultation);
const none = { facilitator: false, creates: false };
const all = { facilitator: true, creates: true };

test('whom the operator named may do everything; anyone else, nothing', async () => {
  expect(await rights(from(named))).toEqual(all);
  expect(await rights(from(person()))).toEqual(none);
});

test('nobody is taken at their word on a channel that does not know people', async () => {
  expect(await rights({ ...from(named), channelId: 'directline' })).toEqual(none);
  expect(await rights({ ...from(person()), from: { id: '29:x', aadObjectId: null } } as never)).toEqual(none);
});

test('a link makes its consultation theirs, once', async () => {
  const [first, second] = [from(person()), from(person())];
  const pasted = `Voici : https://example.org/facilitator#${await invitations.issue('vallee')}, merci`;
  expect(await facilitators.open(first, 'bonjour')).toEqual({ outcome: 'none' });
  expect(await facilitators.open(first, pasted)).toEqual({ outcome: 'opened', consultation: 'vallee' });
  expect(await facilitators.open(second, pasted)).toEqual({ outcome: 'used' });
  expect(await rights(first)).toEqual(all);
  expect(await rights(first, 'another')).toEqual({ facilitator: false, creates: true });
  expect(await rights(second)).toEqual(none);
});

test('several are theirs at once, even taken at the same moment; where to tell them something is kept', async () => {
  const activity = from(person());
  const codes = ['one', 'two', 'three', 'two'];
  await Promise.all(codes.map((code) => facilitators.take(activity, code)));
  await facilitators.take(activity, 'one', { reference: 'reference' });
  await facilitators.take(activity, 'four');
  for (const code of [...codes, 'four']) expect(await rights(activity, code)).toEqual(all);
  const key = createKeyMaker('secret').person('msteams', activity.from.id);
  expect(await store.load('facilitator', key)).toMatchObject({ reference: 'reference' });
});

test('on a page it is the way they came in that counts', async () => {
  const binding = { consultation: 'vallee', facilitator: false };
  expect(await facilitators.rights(from(named), binding, 'vallee')).toEqual(none);
  expect(await facilitators.rights(from(person()), { ...binding, facilitator: true }, 'vallee')).toEqual(all);
});

test('on a page it counts for the consultation that they came to alone', async () => {
  const binding = { consultation: 'vallee', facilitator: true };
  expect(await facilitators.rights(from(person()), binding, 'another')).toEqual(none);
});

test('who was let in by somebody of the team facilitates as long as that one may', async () => {
  const account = (roles: Record<string, AccountRole>) => ({
    ...{ schema: 2 as const, id: 'lise', version: 0, name: 'Lise', roles },
    ...{ createdAt: '2026-11-23T10:00:00.000Z', sessionsFrom: '2026-11-23T10:00:00.000Z' },
  });
  await store.update('account', 'lise', () => account({ vallee: 'facilitator' }));
  const inTeams = from(person());
  const link = `https://example.org/facilitator#${await invitations.issue('vallee', 'lise')}`;
  await facilitators.open(inTeams, link);
  const onPage = { consultation: 'vallee', facilitator: true, by: 'lise' };
  const both = async () => [
    await rights(inTeams),
    await facilitators.rights(from(person()), onPage, 'vallee'),
  ];
  expect(await both()).toEqual([all, all]);
  await store.update('account', 'lise', () => account({ vallee: 'reader', another: 'owner' }));
  expect(await both()).toEqual([none, none]);
  await store.update('account', 'lise', () => account({ vallee: 'owner' }));
  expect(await both()).toEqual([all, all]);
  await store.erase('account', 'lise');
  expect(await both()).toEqual([none, none]);
});
