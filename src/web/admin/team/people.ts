import { mayDo } from '#application/actor.ts';
import { accountsOf, knownTo } from '#application/team/accounts.ts';
import { type Account, type AccountRole, longestName, roles } from '#domain/records/account.ts';
import type { Store } from '#store/store.ts';
import { drawnField, drawnFrom } from '#web/http/at-once/drawn.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { button, hidden } from '../fields.ts';
import type { Place } from '../reach.ts';
import { moment } from '../said.ts';
import type { Member } from '../visit.ts';
import { nameLeaf, roleLeaf } from './drawn-member.ts';

interface TeamList {
  readonly store: Store;
  /** The consultations that whoever looks sees, and those whose team is theirs to choose. */
  readonly places: readonly Place[];
  readonly given: readonly Place[];
}

/** Everybody whom whoever looks may know of, each with what is open to them. */
export async function people({ store, ...list }: TeamList, visit: Member, here: string): Promise<Html> {
  const known = (await accountsOf(store)).flatMap((one) => knownTo(visit.actor, one) ?? []);
  const items = known.map((one) => person(one, list, visit, here));
  return html`<ul class="given" id="people">${joined(items, '\n')}</ul>`;
}

function person(one: Account, list: Omit<TeamList, 'store'>, visit: Member, here: string): Html {
  const { say, account: me } = visit;
  const { id, name, createdAt } = one;
  const isMe = id === me.id ? html` <small>${say('admin.team.you')}</small>` : '';
  const roles = heldBy(one, list.places, visit);
  const told = roles.map(({ title, role }) => html`<li>${say(`admin.role.${role}`)} – ${title}</li>`);
  return html`<li><h2>${name}${isMe}</h2>
${roles.length === 0 ? html`<p>${say('admin.team.nothing-open')}</p>` : html`<ul class="roles">${joined(told, '\n')}</ul>`}
<p class="quiet">${say('admin.team.since', { moment: moment(createdAt, visit) })}</p>
${changes(one, roles, list.given, visit, here)}</li>`;
}

interface HeldRole {
  /** Absent: in all consultations. */
  readonly code?: string;
  readonly title: string;
  readonly role: AccountRole;
}

/** What somebody may do, in all consultations and in single ones. */
function heldBy(
  { role, roles: single }: Account,
  places: readonly Place[],
  { say }: Member,
): readonly HeldRole[] {
  const all = role === undefined ? [] : [{ title: say('admin.reach.all'), role }];
  return [
    ...all,
    ...places.flatMap(({ code, title }) => {
      const its = Object.hasOwn(single, code) ? single[code] : undefined;
      return its === undefined ? [] : [{ code, title, role: its }];
    }),
  ];
}

/** What whoever looks may change of it. */
function changes(
  one: Account,
  held: readonly HeldRole[],
  given: readonly Place[],
  visit: Member,
  here: string,
): Html {
  const { say, actor, token } = visit;
  const { id, name } = one;
  const changed = held.filter(({ code }) => mayDo(actor, 'team:write', code));
  const forms = [
    ...changed.map((its) => roleForm(one, its, visit, here)),
    another(one, given, visit, here) ?? [],
  ].flat();
  const change = html`<details><summary>${say('admin.team.change')}</summary>${joined(forms, '\n')}</details>`;
  // Asked once: the button stands behind what it does.
  const leaves = html`<details><summary>${say('admin.team.remove-ask')}</summary><p>${say('admin.team.remove-what', { name })}</p><form method="post" action="${here}/${id}/retrait" class="inline">${hidden('jeton', token)}${button(say('admin.team.remove', { name }), 'grave')}</form></details>`;
  const mayAll = mayDo(actor, 'team:write');
  const named = html`<details><summary>${say('admin.team.rename')}</summary><form method="post" action="${here}/${id}/nom">${hidden('jeton', token)}${hidden(drawnField, drawnFrom(nameLeaf(one)))}<div class="field"><label for="nom-${id}">${say('admin.team.head.name')}</label><input id="nom-${id}" name="name" value="${name}" maxlength="${String(longestName)}" required></div><p>${button(say('admin.save'), 'beside')}</p></form></details>`;
  return html`${forms.length === 0 ? '' : change}${mayAll || id === visit.account.id ? named : ''}${mayAll ? leaves : ''}`;
}

function roleForm(one: Account, { code, title, role }: HeldRole, visit: Member, here: string): Html {
  const { say, token } = visit;
  const { id, name } = one;
  const label =
    code === undefined ? say('admin.team.role-of', { name }) : say('admin.team.role-in', { name, title });
  const options = [...roles, 'none' as const].map(
    (its) =>
      html`<option value="${its}"${its === role ? html` selected` : ''}>${say(`admin.role.${its}`)}</option>`,
  );
  return html`<div class="role"><span>${title}</span>
<form method="post" action="${here}/${id}/role" class="inline">${hidden('jeton', token)}${hidden(drawnField, drawnFrom(roleLeaf(one, code)))}${code === undefined ? '' : hidden('consultation', code)}<select name="role" aria-label="${label}">${joined(options)}</select> ${button(say('admin.save'), 'beside')}</form></div>`;
}

/** A role where they have none yet. */
function another(
  { id, name, role, roles: its }: Account,
  given: readonly Place[],
  visit: Member,
  here: string,
) {
  const { say, token, actor } = visit;
  const places = given.filter(({ code }) => !Object.hasOwn(its, code));
  const mayAll = role === undefined && mayDo(actor, 'team:write');
  // An owner of all has nothing to gain.
  if (role === 'owner' || (places.length === 0 && !mayAll)) return undefined;
  const where = [
    ...(mayAll ? [html`<option value="">${say('admin.reach.all')}</option>`] : []),
    ...places.map(({ code, title }) => html`<option value="${code}">${title}</option>`),
  ];
  const which = roles.map((one) => html`<option value="${one}">${say(`admin.role.${one}`)}</option>`);
  // Where they have none yet, wherever that is.
  const none = drawnFrom(new Map([['role', 'none']]));
  return html`<form method="post" action="${here}/${id}/role">${hidden('jeton', token)}${hidden(drawnField, none)}
<h4>${say('admin.team.other-role')}</h4>
<div class="field"><label for="ou-${id}">${say('admin.audit.consultation')}</label><select id="ou-${id}" name="consultation">${joined(where)}</select></div>
<div class="field"><label for="role-${id}">${say('admin.team.head.role')}</label><select id="role-${id}" name="role">${joined(which)}</select></div>
<p>${button(say('admin.team.give', { name }), 'beside')}</p></form>`;
}
