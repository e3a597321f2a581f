import { z } from 'zod';
import type { ApplicationParts } from '#application/parts.ts';
import { accountsOf } from '#application/team/accounts.ts';
import { changeRole } from '#application/team/change-role.ts';
import { inviteMember } from '#application/team/invite-member.ts';
import { linkDevice } from '#application/team/link-device.ts';
import { removeMember } from '#application/team/remove-member.ts';
import { AccountRole, longestName, roles } from '#domain/records/account.ts';
import type { Form } from '#web/http/form.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { button, hidden, line, type Problems, pick, summary } from '../fields.ts';
import type { AdminOptions } from '../options.ts';
import { moment } from '../said.ts';
import type { AdminAnswer, Member } from '../visit.ts';

type TeamParts = Pick<AdminOptions, 'application' | 'publicUrl'>;

const NewMember = z.object({ name: z.string(), role: AccountRole.optional().catch(undefined) });
const OtherRole = z.object({ role: AccountRole });

const path = '/equipe';
const here = `/animation${path}`;

/** `/animation/equipe`: who is in, and the one-time links that let others in. */
export function mountTeam(admin: Admin, { application, publicUrl }: TeamParts): void {
  const page = async (
    visit: Member,
    more: Html,
    form?: Form,
    problems: Problems = {},
  ): Promise<AdminAnswer> => ({
    kind: 'page',
    title: visit.say('admin.team.title'),
    body: html`${more}${await members(visit, application)}${own(visit)}${
      visit.account.role === 'owner' ? invitation(visit, form, problems) : ''
    }`,
    ...(Object.keys(problems).length > 0 && { status: 422 }),
  });
  const linked = ({ say }: Member, secret: string, name: string): Html => {
    const address = `${publicUrl()}/animation/entree/${secret}`;
    return html`<section class="told" role="status"><h2>${say('admin.team.link', { name })}</h2>
<p><input class="address" type="text" readonly value="${address}" aria-label="${say('admin.team.address')}" data-copy="${say('admin.copy')}" data-copied="${say('admin.copied')}"></p><p>${say('admin.team.hand-on')}</p></section>`;
  };
  const lastOwner = (visit: Member) =>
    page(visit, html``, undefined, { people: visit.say('admin.team.last-owner') });
  admin.page(path, 'reader', (visit) => page(visit, html``));
  admin.act(`${path}/invitation`, 'owner', async (visit, form): Promise<AdminAnswer> => {
    const given = form.read(NewMember);
    if (given === undefined) return { kind: 'missing' };
    const invited = await inviteMember(application, visit.actor, given);
    switch (invited.outcome) {
      case 'done':
        return page(visit, linked(visit, invited.secret, invited.name));
      case 'invalid': {
        const told = invited.wrong.map((name) => [name, visit.say(`admin.team.no-${name}`)]);
        return page(visit, html``, form, Object.fromEntries(told));
      }
      case 'forbidden':
        return { kind: 'forbidden' };
    }
  });
  admin.act(`${path}/lien`, 'reader', async (visit) =>
    page(visit, linked(visit, await linkDevice(application, visit.actor), visit.account.name)),
  );
  admin.act(`${path}/:id/role`, 'owner', async (visit, form): Promise<AdminAnswer> => {
    const given = form.read(OtherRole);
    if (given === undefined) return { kind: 'missing' };
    const change = { id: visit.params.id ?? '', ...given };
    const { outcome } = await changeRole(application, visit.actor, change);
    if (outcome === 'last-owner') return lastOwner(visit);
    return outcome === 'done' ? { kind: 'to', path: here, said: 'role-changed' } : { kind: outcome };
  });
  admin.act(`${path}/:id/retrait`, 'owner', async (visit): Promise<AdminAnswer> => {
    const { outcome } = await removeMember(application, visit.actor, { id: visit.params.id ?? '' });
    if (outcome === 'last-owner') return lastOwner(visit);
    return outcome === 'done' ? { kind: 'to', path: here, said: 'removed' } : { kind: outcome };
  });
}

async function members(visit: Member, { store }: ApplicationParts): Promise<Html> {
  const { say, account: me } = visit;
  const rows = (await accountsOf(store)).map(
    (
      one,
    ) => html`<tr><th scope="row">${one.name}${one.id === me.id ? html` <small>${say('admin.team.you')}</small>` : ''}</th>
<td>${say(`admin.role.${one.role}`)}</td><td>${moment(one.createdAt, visit)}</td>${
      me.role === 'owner' ? html`<td>${changes(visit, one)}</td>` : ''
    }</tr>`,
  );
  const head = ['name', 'role', 'since', ...(me.role === 'owner' ? ['change'] : [])];
  return html`<div class="wide" tabindex="0" role="region" aria-label="${say('admin.team.title')}"><table id="people"><thead><tr>${joined(
    head.map((key) => html`<th scope="col">${say(`admin.team.head.${key}`)}</th>`),
  )}</tr></thead><tbody>${joined(rows)}</tbody></table></div>`;
}

function changes(visit: Member, { id, name, role }: { id: string; name: string; role: AccountRole }): Html {
  const { say, token } = visit;
  return html`<form method="post" action="${here}/${id}/role" class="inline">${hidden('jeton', token)}
<select name="role" aria-label="${say('admin.team.role-of', { name })}">${joined(
    roles.map(
      (one) =>
        html`<option value="${one}"${one === role ? html` selected` : ''}>${say(`admin.role.${one}`)}</option>`,
    ),
  )}</select>${button(say('admin.save'), 'beside')}</form>
<form method="post" action="${here}/${id}/retrait" class="inline">${hidden('jeton', token)}${button(say('admin.team.remove', { name }), 'grave')}</form>`;
}

const own = ({ say, token }: Member): Html => html`<section><h2>${say('admin.team.own')}</h2>
<p>${say('admin.team.own-how')}</p>
<form method="post" action="${here}/lien">${hidden('jeton', token)}${button(say('admin.team.own-link'), 'beside')}</form></section>`;

function invitation({ say, token }: Member, form: Form | undefined, problems: Problems): Html {
  const choices = roles.map((value) => ({
    value,
    label: say(`admin.role.${value}`),
  }));
  return html`<section><h2>${say('admin.team.invite')}</h2>${summary(problems, say('admin.problems'))}
<form method="post" action="${here}/invitation">${hidden('jeton', token)}
${line({ name: 'name', label: say('admin.team.head.name'), value: form?.one('name') ?? '', most: longestName, problem: problems.name })}
${pick({ name: 'role', label: say('admin.team.head.role'), value: form?.one('role') || 'facilitator', choices, hint: say('admin.team.roles'), problem: problems.role })}
<p>${button(say('admin.team.make-link'))}</p></form></section>`;
}
