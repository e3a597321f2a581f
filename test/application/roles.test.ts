import { expect, test } from '@jest/globals';
import { apiKeysOf, useKey } from '#application/access/api-keys.ts';
import { makeKey } from '#application/access/make-key.ts';
import { removeKey } from '#application/access/remove-key.ts';
import { type Actor, keyHolder, mayDo, refusal, teamMember } from '#application/actor.ts';
import { readAuditLog } from '#application/audit/read-audit-log.ts';
import { changeSettings } from '#application/consultation/change-settings.ts';
import { changeStage } from '#application/consultation/change-stage.ts';
import { createConsultation } from '#application/consultation/create-consultation.ts';
import { deleteDraft } from '#application/consultation/delete-draft.ts';
import { duplicateConsultation } from '#application/consultation/duplicate-consultation.ts';
import type { Application } from '#application/parts.ts';
import { accountsOf, knownTo } from '#application/team/accounts.ts';
import { changeRole } from '#application/team/change-role.ts';
import { enterByLink } from '#application/team/enter.ts';
import { inviteMember } from '#application/team/invite-member.ts';
import { removeMember } from '#application/team/remove-member.ts';
import { type AccountRole, roles } from '#domain/records/account.ts';
import { hasEnded, scopes } from '#domain/records/api-key.ts';
import { newConsultation } from '../conversations/world.ts';
import { inTeam, member, memberOf, withApplication } from './made.ts';

const owner = member('owner');
const title = (of: string) => `${of} bis`;

/** The town of the tests: the consultation of `newConsultation`, and another department's. */
const inTown = (work: (application: Application, codes: { ours: string; theirs: string }) => Promise<void>) =>
  withApplication(async (application) => {
    const ours = newConsultation({ version: 0 }).id;
    await application.store.save('consultation', newConsultation({ id: 'culture', version: 0 }));
    await inTeam(application, owner);
    await work(application, { ours, theirs: 'culture' });
  });

const now = async ({ store }: Application, id: string): Promise<Actor> => {
  const account = await store.load('account', id);
  if (account === undefined) throw new Error(`${id} has no account`);
  return teamMember(account);
};

test('a role in one consultation opens that one alone; one in all opens each', () => {
  const rights = [...scopes, 'team:write', 'access:write'] as const;
  const may = (actor: Actor, code?: string) => rights.filter((right) => mayDo(actor, right, code)).length;
  const byRole = roles.map((role) => may(memberOf({ ours: role }), 'ours'));
  expect(byRole).toEqual([4, 7, 10]);
  for (const [place, role] of roles.entries()) {
    expect(may(memberOf({ ours: role }), 'theirs')).toBe(0);
    expect(may(memberOf({ ours: role }))).toBe(0);
    expect(may(member(role), 'theirs')).toBe(byRole[place]);
  }
  // Names that every object has are no consultations.
  for (const code of ['constructor', 'toString', '__proto__', ''])
    expect(may(memberOf({ ours: 'owner' }), code)).toBe(0);
});

test('the greater of two roles counts, wherever it is held', () => {
  const both = teamMember({ id: 'x', name: 'x', role: 'reader', roles: { ours: 'owner' } });
  expect(mayDo(both, 'team:write', 'ours')).toBe(true);
  expect(mayDo(both, 'publish', 'theirs')).toBe(false);
  const lesser = teamMember({ id: 'x', name: 'x', role: 'owner', roles: { ours: 'reader' } });
  expect(mayDo(lesser, 'publish', 'ours')).toBe(true);
});

test('what somebody does not see is missing; what is too much for their role is forbidden', () => {
  expect(refusal(memberOf({ ours: 'reader' }), 'publish', 'theirs')).toEqual({ outcome: 'missing' });
  expect(refusal(memberOf({ ours: 'reader' }), 'publish', 'ours')).toEqual({ outcome: 'forbidden' });
  expect(refusal(memberOf({ ours: 'facilitator' }), 'publish', 'ours')).toBeUndefined();
});

test('a key held to some consultations opens those, and makes none', () => {
  const all = keyHolder({ id: 'k', name: 'k', scopes });
  const some = keyHolder({ id: 'k', name: 'k', scopes, consultations: ['ours'] });
  const none = keyHolder({ id: 'k', name: 'k', scopes, consultations: [] });
  const opens = (actor: Actor) =>
    [['ours'], ['theirs'], []].map(([code]) => mayDo(actor, 'consultations:write', code));
  expect([all, some, none].map(opens)).toEqual([
    [true, true, true],
    [true, false, false],
    [false, false, false],
  ]);
  expect([all, some, none].map((one) => mayDo(one, 'consultations:create'))).toEqual([true, false, false]);
  expect([all, some].some((one) => mayDo(one, 'team:write', 'ours'))).toBe(false);
});

test('whoever facilitates may prepare another consultation, which is theirs', () =>
  inTown(async (application, { ours }) => {
    const lise = await inTeam(application, memberOf({ [ours]: 'facilitator' }, 'lise'));
    const made = await duplicateConsultation(application, teamMember(lise), { code: ours, title });
    if (made.outcome !== 'done') throw new Error(made.outcome);
    expect(mayDo(await now(application, 'lise'), 'team:write', made.consultation.id)).toBe(true);
    const settings = {
      title: { fr: 'Nos rues', en: 'Our streets' },
      territory: { fr: 'Vallon', en: 'Vallon' },
    };
    const reader = memberOf({ [ours]: 'reader' });
    const wish = { model: ours, settings, as: 'draft' } as const;
    expect((await createConsultation(application, reader, wish)).outcome).toBe('forbidden');
    const created = await createConsultation(application, await now(application, 'lise'), wish);
    if (created.outcome !== 'done') throw new Error(JSON.stringify(created));
    expect(mayDo(await now(application, 'lise'), 'team:write', created.consultation.id)).toBe(true);
  }));

test('rights go with a draft to its other code, and end with it', () =>
  inTown(async (application, { ours }) => {
    const { store } = application;
    await inTeam(application, memberOf({ [ours]: 'facilitator' }, 'lise'));
    const made = await duplicateConsultation(application, await now(application, 'lise'), {
      code: ours,
      title,
    });
    if (made.outcome !== 'done') throw new Error(made.outcome);
    const code = made.consultation.id;
    const key = await makeKey(application, owner, {
      name: 'Portail',
      scopes: ['publish'],
      consultations: [code],
    });
    if (key.outcome !== 'done') throw new Error(key.outcome);
    const settings = { code: 'nos-rues' };
    const renamed = await changeSettings(application, await now(application, 'lise'), { code, settings });
    expect(renamed.outcome).toBe('done');
    expect((await now(application, 'lise')).roles).toEqual({ [ours]: 'facilitator', 'nos-rues': 'owner' });
    expect((await useKey(application, key.key))?.consultations).toEqual(['nos-rues']);
    expect(
      (await deleteDraft(application, await now(application, 'lise'), { code: 'nos-rues' })).outcome,
    ).toBe('done');
    expect((await now(application, 'lise')).roles).toEqual({ [ours]: 'facilitator' });
    // It opens none now, rather than all.
    expect((await useKey(application, key.key))?.consultations).toEqual([]);
    await store.save('consultation', newConsultation({ id: 'nos-rues', version: 0 }));
    expect(refusal(await now(application, 'lise'), 'consultations:read', 'nos-rues')?.outcome).toBe(
      'missing',
    );
  }));

test('an owner of one consultation invites to that one, and a colleague who is in already opens it too', () =>
  inTown(async (application, { ours, theirs }) => {
    const lise = memberOf({ [ours]: 'owner' }, 'lise');
    await inTeam(application, lise);
    const invite = (consultations?: readonly string[]) =>
      inviteMember(application, lise, { name: 'Noa', role: 'facilitator', consultations });
    expect((await invite()).outcome).toBe('forbidden');
    expect((await invite([theirs])).outcome).toBe('missing');
    expect((await invite(['no-such-one'])).outcome).toBe('missing');
    expect((await invite([ours, theirs])).outcome).toBe('missing');
    expect(await invite([])).toEqual({ outcome: 'invalid', wrong: ['consultations'] });
    const enter = async (as?: string) => {
      const invited = await invite([ours]);
      if (invited.outcome !== 'done') throw new Error(invited.outcome);
      return enterByLink(application, { secret: invited.secret, operatorName: 'R', as });
    };
    const noa = await enter();
    expect(noa).toMatchObject({ name: 'Noa', roles: { [ours]: 'facilitator' } });
    expect(noa?.role).toBeUndefined();
    await inTeam(application, memberOf({ [theirs]: 'owner' }, 'karim'));
    const karim = await enter('karim');
    expect(karim).toMatchObject({ id: 'karim', roles: { [ours]: 'facilitator', [theirs]: 'owner' } });
    // A greater role stays.
    expect((await enter('lise'))?.roles).toEqual({ [ours]: 'owner' });
  }));

test('people know of those alone with whom they share a consultation', () =>
  inTown(async (application, { ours, theirs }) => {
    await inTeam(application, memberOf({ [ours]: 'reader', [theirs]: 'owner' }, 'both'));
    await inTeam(application, memberOf({ [theirs]: 'owner' }, 'other'));
    const lise = memberOf({ [ours]: 'owner' }, 'lise');
    await inTeam(application, lise);
    const known = (await accountsOf(application.store)).flatMap((one) => knownTo(lise, one) ?? []);
    expect(known.map(({ id, roles: its }) => [id, its]).toSorted()).toEqual([
      ['both', { [ours]: 'reader' }],
      ['lise', { [ours]: 'owner' }],
      ['the-owner', {}],
    ]);
    const change = (id: string, role: AccountRole, consultation?: string) =>
      changeRole(application, lise, { id, role, consultation });
    expect((await change('other', 'reader', ours)).outcome).toBe('missing');
    expect((await change('nobody', 'reader', ours)).outcome).toBe('missing');
    expect((await change('both', 'owner', theirs)).outcome).toBe('missing');
    expect((await change('both', 'owner')).outcome).toBe('forbidden');
    expect((await change('both', 'owner', ours)).outcome).toBe('done');
    expect((await now(application, 'both')).roles).toEqual({ [ours]: 'owner', [theirs]: 'owner' });
    expect((await removeMember(application, lise, { id: 'both' })).outcome).toBe('forbidden');
    await changeRole(application, lise, { id: 'both', consultation: ours });
    expect((await now(application, 'both')).roles).toEqual({ [theirs]: 'owner' });
  }));

test('two owners who demote or remove each other at once leave one', async () => {
  for (const [first, second] of [
    ['demote', 'demote'],
    ['remove', 'demote'],
    ['remove', 'remove'],
  ] as const)
    await withApplication(async (application) => {
      const [a, b] = ['a', 'b'].map((id) => teamMember({ id, name: id, role: 'owner', roles: {} }));
      if (a === undefined || b === undefined) throw new Error('two');
      for (const one of [a, b]) await inTeam(application, one);
      const act = (how: 'demote' | 'remove', by: Actor, id: string) =>
        how === 'demote'
          ? changeRole(application, by, { id, role: 'reader' })
          : removeMember(application, by, { id });
      const done = await Promise.all([act(first, a, 'b'), act(second, b, 'a')]);
      expect(done.map(({ outcome }) => outcome)).toEqual(['done', 'last-owner']);
      expect((await accountsOf(application.store)).filter(({ role }) => role === 'owner')).toHaveLength(1);
    });
});

test('nobody comes back by an invitation of their own once they are removed, nor for more than the inviter may give', () =>
  inTown(async (application, { ours }) => {
    const leaving = teamMember({ id: 'leaving', name: 'leaving', role: 'owner', roles: {} });
    await inTeam(application, leaving);
    const link = async (wish: { consultations?: readonly string[] }) => {
      const invited = await inviteMember(application, leaving, { name: 'Moi', role: 'owner', ...wish });
      if (invited.outcome !== 'done') throw new Error(invited.outcome);
      return { secret: invited.secret, operatorName: 'R' };
    };
    const [early, late, single] = [await link({}), await link({}), await link({ consultations: [ours] })];
    await changeRole(application, owner, { id: 'leaving', role: 'owner', consultation: ours });
    await changeRole(application, owner, { id: 'leaving' });
    expect(await enterByLink(application, early)).toBeUndefined();
    expect(await enterByLink(application, single)).toMatchObject({ roles: { [ours]: 'owner' } });
    await removeMember(application, owner, { id: 'leaving' });
    expect(await enterByLink(application, late)).toBeUndefined();
  }));

test('the journal of somebody’s consultations is theirs to read, and nothing else of it', () =>
  inTown(async (application, { ours, theirs }) => {
    await changeStage(application, owner, { code: theirs, change: 'close' });
    await changeStage(application, owner, { code: ours, change: 'close' });
    await inviteMember(application, owner, { name: 'Noa', role: 'reader' });
    await inviteMember(application, owner, { name: 'Lou', role: 'reader', consultations: [ours] });
    const read = async (actor: Actor, code?: string) =>
      (await readAuditLog(application, actor, code === undefined ? {} : { consultation: code })).map(
        ({ action, consultation }) => [action, consultation],
      );
    const lise = memberOf({ [ours]: 'reader' });
    expect(await read(lise)).toEqual([
      ['invited', ours],
      ['closed', ours],
    ]);
    expect(await read(lise, theirs)).toEqual(await read(lise, 'no-such-one'));
    expect(await read(owner)).toHaveLength(4);
    // An earlier consultation of the same code is no business of theirs.
    const by = { id: 'x', name: 'x' };
    await application.audit.write(by, { action: 'deleted', consultation: ours });
    await application.audit.write(by, { action: 'created', consultation: ours });
    expect(await read(lise)).toEqual([['created', ours]]);
  }));

test('a key has a last day, and owners of one consultation see the keys of theirs alone', () =>
  inTown(async (application, { ours, theirs }) => {
    const { store } = application;
    const lise = memberOf({ [ours]: 'owner' });
    const make = (actor: Actor, wish: { consultations?: readonly string[]; until?: string }) =>
      makeKey(application, actor, { name: 'Portail', scopes: ['publish'], ...wish });
    expect((await make(lise, {})).outcome).toBe('forbidden');
    expect((await make(lise, { consultations: [ours, theirs] })).outcome).toBe('missing');
    for (const until of ['2026-11-22', '2026-02-30', 'demain', '+12026-01-01'])
      expect(await make(lise, { consultations: [ours], until })).toEqual({
        outcome: 'invalid',
        wrong: ['until'],
      });
    const its = await make(lise, { consultations: [ours], until: '2026-11-23' });
    if (its.outcome !== 'done') throw new Error(its.outcome);
    await make(owner, {});
    await make(owner, { consultations: [ours, theirs] });
    expect((await apiKeysOf(store, owner)).map(({ until }) => until)).toEqual([
      ...['2026-11-23', '2027-11-23', '2027-11-23'],
    ]);
    expect((await apiKeysOf(store, lise)).map(({ consultations }) => consultations)).toEqual([[ours]]);
    const others = (await apiKeysOf(store, owner)).filter(({ consultations }) => consultations?.length !== 1);
    for (const { id } of [...others, { id: 'nothing' }])
      expect(await removeKey(application, lise, { id })).toEqual({ outcome: 'missing' });
    const key = await useKey(application, its.key);
    if (key === undefined) throw new Error('The key is gone');
    expect(['2026-11-23T23:59:59.999Z', '2026-11-24T00:00:00.000Z'].map((at) => hasEnded(key, at))).toEqual([
      ...[false, true],
    ]);
  }));
