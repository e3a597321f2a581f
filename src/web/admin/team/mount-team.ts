import { AccountRole, longestName, roles } from '#domain/records/account.ts';
import type { Form } from '#web/http/form.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Admin, Done } from '../admin.ts';
import { button, hidden, line, type Problems, pick, summary } from '../fields.ts';
import { moment } from '../said.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import type { Team } from './team.ts';

interface TeamParts {
  readonly team: Team;
  /** Where people reach the program, without a final slash. */
  readonly publicUrl: () => string;
}

const path = '/equipe';
const here = `/animation${path}`;

/** `/animation/equipe`: who is in, and the one-time links that let others in. */
export function mountTeam(admin: Admin, { team, publicUrl }: TeamParts): void {
  const page = async (
    visit: Member,
    more: Html,
    form?: Form,
    problems: Problems = {},
  ): Promise<AdminAnswer> => ({
    kind: 'page',
    title: visit.say('admin.team.title'),
    body: html`${more}${await members(visit, team)}${own(visit)}${
      visit.account.role === 'owner' ? invitation(visit, form, problems) : ''
    }`,
    ...(Object.keys(problems).length > 0 && { status: 422 }),
  });
  const linked = async (visit: Member, to: Parameters<Team['link']>[0], name: string): Promise<Html> => {
    const address = `${publicUrl()}/animation/entree/${await team.link(to)}`;
    const { say } = visit;
    return html`<section class="told" role="status"><h2>${say('admin.team.link', { name })}</h2>
<p><input class="address" type="text" readonly value="${address}" aria-label="${say('admin.team.address')}" data-copy="${say('admin.copy')}" data-copied="${say('admin.copied')}"></p><p>${say('admin.team.hand-on')}</p></section>`;
  };
  admin.page(path, 'reader', (visit) => page(visit, html``));
  admin.act(`${path}/invitation`, 'owner', async (visit, form): Promise<Done> => {
    const { name, role, problems } = read(visit, form);
    if (role === undefined || Object.keys(problems).length > 0) return page(visit, html``, form, problems);
    const more = await linked(visit, { who: 'new', name, role }, name);
    return { ...(await page(visit, more)), wrote: { action: 'invited', facts: { name, role } } };
  });
  admin.act(`${path}/lien`, 'reader', async (visit): Promise<Done> => {
    const { id, name } = visit.account;
    const more = await linked(visit, { who: 'account', account: id }, name);
    return { ...(await page(visit, more)), wrote: { action: 'linked' } };
  });
  admin.act(`${path}/:id/role`, 'owner', async (visit, form): Promise<Done> => {
    const role = AccountRole.safeParse(form.one('role'));
    const who = await team.find(visit.params.id ?? '');
    if (!role.success || who === undefined) return { kind: 'missing' };
    if ((await team.setRole(who.id, role.data)) === 'last-owner')
      return page(visit, html``, undefined, { people: visit.say('admin.team.last-owner') });
    const facts = { name: who.name, role: role.data };
    return { kind: 'to', path: here, said: 'role-changed', wrote: { action: 'role-changed', facts } };
  });
  admin.act(`${path}/:id/retrait`, 'owner', async (visit): Promise<Done> => {
    const who = await team.find(visit.params.id ?? '');
    if (who === undefined) return { kind: 'missing' };
    if ((await team.remove(who.id)) === 'last-owner')
      return page(visit, html``, undefined, { people: visit.say('admin.team.last-owner') });
    return {
      kind: 'to',
      path: here,
      said: 'removed',
      wrote: { action: 'removed', facts: { name: who.name } },
    };
  });
}

function read({ say }: Member, form: Form) {
  const name = form.one('name').replace(/\s+/g, ' ');
  const role = AccountRole.safeParse(form.one('role')).data;
  const isName = name.length > 0 && name.length <= longestName;
  const problems: Problems = {
    ...(!isName && { name: say('admin.team.no-name') }),
    ...(role === undefined && { role: say('admin.team.no-role') }),
  };
  return { name, role, problems };
}

async function members(visit: Member, team: Team): Promise<Html> {
  const { say, account: me } = visit;
  const rows = (await team.all()).map(
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
