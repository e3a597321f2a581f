import { expect, test } from '@jest/globals';
import { apiKeysOf, useKey } from '#application/access/api-keys.ts';
import { makeHook } from '#application/access/make-hook.ts';
import { makeKey } from '#application/access/make-key.ts';
import { removeKey } from '#application/access/remove-key.ts';
import { changeRole } from '#application/team/change-role.ts';
import { enterByLink, enterByOrganisation } from '#application/team/enter.ts';
import { inviteMember } from '#application/team/invite-member.ts';
import { removeMember } from '#application/team/remove-member.ts';
import { makeSignInLink } from '#application/team/sign-in-links.ts';
import { signOut } from '#application/team/sign-out.ts';
import { inTeam, member, withApplication, written } from './made.ts';

const owner = member('owner');

test('a link lets one person in, once', () =>
  withApplication(async (application) => {
    await inTeam(application, owner);
    const invited = await inviteMember(application, owner, { name: ' Lise  Martin ', role: 'reader' });
    if (invited.outcome !== 'done') throw new Error(invited.outcome);
    const entry = { secret: invited.secret, operatorName: 'Responsable' };
    const both = await Promise.all([enterByLink(application, entry), enterByLink(application, entry)]);
    expect(both.filter(Boolean)).toEqual([expect.objectContaining({ name: 'Lise Martin', role: 'reader' })]);
    const actions = (await written(application)).map(([did]) => did);
    expect(actions.toSorted()).toEqual(['entered', 'invited', 'refused']);
  }));

test('the operator’s link leads to the owner there is', () =>
  withApplication(async (application) => {
    const enter = async () =>
      enterByLink(application, {
        secret: await makeSignInLink(application, { who: 'operator' }),
        operatorName: 'Responsable',
      });
    const first = await enter();
    expect(first).toMatchObject({ name: 'Responsable', role: 'owner' });
    expect((await enter())?.id).toBe(first?.id);
  }));

test('the last owner stays one, and stays', () =>
  withApplication(async (application) => {
    const secret = await makeSignInLink(application, { who: 'operator' });
    const { id = '' } = (await enterByLink(application, { secret, operatorName: 'Seule' })) ?? {};
    expect(await changeRole(application, owner, { id, role: 'reader' })).toEqual({ outcome: 'last-owner' });
    expect(await removeMember(application, owner, { id })).toEqual({ outcome: 'last-owner' });
    expect(await changeRole(application, member('facilitator'), { id, role: 'reader' })).toEqual({
      outcome: 'forbidden',
    });
    expect(await removeMember(application, owner, { id: 'nobody' })).toEqual({ outcome: 'missing' });
  }));

test('what the settings say of an owner holds at each entry; any other role is the team’s to give', () =>
  withApplication(async (application) => {
    const enter = (role: 'owner' | 'reader') =>
      enterByOrganisation(application, { identity: 'hash', name: 'Claire', role });
    expect((await enter('reader')).role).toBe('reader');
    await changeRole(application, owner, { id: 'hash', role: 'facilitator' });
    expect((await enter('reader')).role).toBe('facilitator');
    expect((await enter('owner')).role).toBe('owner');
    expect((await written(application)).map(([did]) => did)).toEqual([
      ...['entered', 'role-changed', 'entered', 'entered', 'role-changed'],
    ]);
  }));

test('who leaves ends every session of theirs', () =>
  withApplication(async (application) => {
    const account = await enterByOrganisation(application, {
      identity: 'hash',
      name: 'Claire',
      role: 'reader',
    });
    const later = { ...application, now: () => '2026-11-24T10:00:00.000Z' };
    await signOut(later, { ...owner, id: account.id });
    expect((await application.store.load('account', 'hash'))?.sessionsFrom).toBe('2026-11-24T10:00:00.000Z');
  }));

test('a key is told once, opens by its letters, and opens nothing once it is removed', () =>
  withApplication(async (application) => {
    const { store } = application;
    const wrong = await makeKey(application, owner, { name: ' ', scopes: [] });
    expect(wrong).toEqual({ outcome: 'invalid', wrong: ['name', 'scopes'] });
    const made = await makeKey(application, owner, { name: 'Portail', scopes: ['results:read'] });
    if (made.outcome !== 'done') throw new Error(made.outcome);
    const known = await useKey(application, made.key);
    expect(known).toMatchObject({ name: 'Portail', end: made.key.slice(-4) });
    expect((await apiKeysOf(store, owner))[0]?.usedOn).toBe('2026-11-23');
    expect(JSON.stringify(await apiKeysOf(store, owner))).not.toContain(made.key);
    await removeKey(application, owner, { id: known?.id ?? '' });
    expect(await useKey(application, made.key)).toBeUndefined();
    expect(await written(application)).toEqual([
      ['key-made', { name: 'Portail' }],
      ['key-removed', { name: 'Portail' }],
    ]);
  }));

test('an address is looked at before it is kept, and everything wrong is told at once', () =>
  withApplication(async (application) => {
    const hooks = {} as never;
    const readAddress = async () => ({ why: 'private' }) as const;
    const wish = { address: 'https://10.0.0.1', signals: [] };
    expect(await makeHook({ ...application, hooks, readAddress }, owner, wish)).toEqual({
      ...{ outcome: 'invalid', address: 'private', noSignal: true, noConsultation: false },
    });
    expect(await written(application)).toEqual([]);
  }));
