import { z } from 'zod';
import type { ApplicationParts } from '#application/parts.ts';
import { knownTo } from '#application/team/accounts.ts';
import { changeRole } from '#application/team/change-role.ts';
import { renameMember } from '#application/team/rename-member.ts';
import { type Account, roles } from '#domain/records/account.ts';
import { roleAt } from '#domain/records/grants.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../admin.ts';
import { meetShort, oneField } from '../at-once/met-page.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { nameLeaf, roleLeaf } from './drawn-member.ts';

interface MemberParts {
  readonly application: ApplicationParts;
  /** The address of the team's page. */
  readonly here: string;
  /** The page again, with what is wrong. */
  readonly again: (visit: Member, problem: 'last-owner' | 'no-name') => Promise<AdminAnswer>;
}

const OtherRole = z.object({
  role: z.enum([...roles, 'none']),
  /** Absent: in all of them. */
  consultation: z.string().optional(),
});

/** `/animation/equipe/{id}/role` and `…/nom`: what somebody of the team may do, and how they are called; of two who change it at once, both are shown. */
export function mountMembers(admin: Admin, { application, here, again }: MemberParts): void {
  const known = async (visit: Member): Promise<Account | undefined> => {
    const found = await application.store.load('account', visit.params.id ?? '');
    return found && knownTo(visit.actor, found) && found;
  };
  const done = (said: 'role-changed' | 'saved'): AdminAnswer => ({ kind: 'to', path: here, said });

  async function setRole(visit: Member, form: Form): Promise<AdminAnswer> {
    const given = form.read(OtherRole);
    if (given === undefined) return { kind: 'missing' };
    const { role, consultation } = given;
    const who = await known(visit);
    const mine = new Map([['role', role]]);
    const met =
      who &&
      (await meetShort({ visit, form, mine, now: roleLeaf(who, consultation), ...roleWords(who, visit) }));
    if (met && 'page' in met) return met.page;
    if (met?.isTheirs) return done('role-changed');
    const isExpected = (then: Account) =>
      who === undefined || roleAt(then, consultation) === roleAt(who, consultation);
    const change = { id: visit.params.id ?? '', consultation, isExpected, ...(role !== 'none' && { role }) };
    const { outcome } = await changeRole(application, visit.actor, change);
    switch (outcome) {
      case 'done':
        return done('role-changed');
      case 'changed':
        return setRole(visit, form);
      case 'last-owner':
        return again(visit, outcome);
      default:
        return { kind: outcome };
    }
  }

  async function setName(visit: Member, form: Form): Promise<AdminAnswer> {
    const who = await known(visit);
    const { say } = visit;
    const name = form.one('name');
    const words = { words: oneField(say('admin.team.head.name')), title: say('admin.team.title') };
    const met =
      who &&
      (await meetShort({ visit, form, mine: new Map([['name', name]]), now: nameLeaf(who), ...words }));
    if (met && 'page' in met) return met.page;
    if (met?.isTheirs) return done('saved');
    const isExpected = (then: Account) => who === undefined || then.name === who.name;
    const wish = { id: visit.params.id ?? '', name, isExpected };
    const { outcome } = await renameMember(application, visit.actor, wish);
    switch (outcome) {
      case 'done':
        return done('saved');
      case 'changed':
        return setName(visit, form);
      case 'invalid':
        return again(visit, 'no-name');
      default:
        return { kind: outcome };
    }
  }

  admin.act('/equipe/:id/role', 'owner', setRole);
  admin.act('/equipe/:id/nom', 'reader', setName);
}

function roleWords({ name }: Account, { say }: Member) {
  const said = (text: string) => say(`admin.role.${roles.find((one) => one === text) ?? 'none'}`);
  return { words: oneField(say('admin.team.role-of', { name }), said), title: say('admin.team.title') };
}
