import { z } from 'zod';
import { mayDo } from '#application/actor.ts';
import { inviteMember } from '#application/team/invite-member.ts';
import { linkDevice } from '#application/team/link-device.ts';
import { pendingLinks, revokeLink } from '#application/team/pending-links.ts';
import { removeMember } from '#application/team/remove-member.ts';
import { AccountRole } from '#domain/records/account.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { button, hasProblems, hidden, type Problems } from '../fields.ts';
import type { AdminOptions } from '../options.ts';
import { placesOf, readReach } from '../reach.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { type Invitation, invitation } from './invitation.ts';
import { mountMembers } from './mount-members.ts';
import { pending } from './pending.ts';
import { people } from './people.ts';

type TeamParts = Pick<AdminOptions, 'application' | 'publicUrl'>;

const NewMember = z.object({ name: z.string(), role: AccountRole.optional().catch(undefined) });
const path = '/equipe';
const here = `/animation${path}`;

/** `/animation/equipe`: who is in, with what is open to each, and the one-time links that let others in. */
export function mountTeam(admin: Admin, { application, publicUrl }: TeamParts): void {
  const { store } = application;
  const page = async (
    visit: Member,
    more: Html,
    { form, problems = {} }: Pick<Invitation, 'form'> & { readonly problems?: Problems } = {},
  ): Promise<AdminAnswer> => {
    const given = await placesOf(store, visit, 'team:write');
    const mayAll = mayDo(visit.actor, 'team:write');
    const invites = mayAll || given.length > 0;
    const places = await placesOf(store, visit);
    return {
      kind: 'page',
      title: visit.say('admin.team.title'),
      body: html`${more}${await people({ store, places, given }, visit, here)}${pending(await pendingLinks(application, visit.actor), places, visit, here)}${own(visit)}${
        invites ? invitation({ places: given, mayAll, form, problems }, visit, here) : ''
      }`,
      ...(hasProblems(problems) && { status: 422 }),
    };
  };
  const linked = ({ say }: Member, secret: string, name: string): Html => {
    const address = `${publicUrl()}/animation/entree/${secret}`;
    return html`<section class="told" role="status"><h2>${say('admin.team.link', { name })}</h2>
<p><input class="address" type="text" readonly value="${address}" aria-label="${say('admin.team.address')}" data-copy="${say('admin.copy')}" data-copied="${say('admin.copied')}"></p><p>${say('admin.team.hand-on')}</p></section>`;
  };
  admin.page(path, 'reader', (visit) => page(visit, html``));
  admin.act(`${path}/invitation`, 'owner', async (visit, form): Promise<AdminAnswer> => {
    const given = form.read(NewMember);
    if (given === undefined) return { kind: 'missing' };
    const wish = { ...given, consultations: readReach(form, 'consultations') };
    const invited = await inviteMember(application, visit.actor, wish);
    switch (invited.outcome) {
      case 'done':
        return page(visit, linked(visit, invited.secret, invited.name));
      case 'invalid': {
        const told = invited.wrong.map((name) => [name, visit.say(`admin.team.no-${name}`)]);
        return page(visit, html``, { form, problems: Object.fromEntries(told) });
      }
      default:
        return { kind: invited.outcome };
    }
  });
  admin.act(`${path}/lien`, 'reader', async (visit) =>
    page(visit, linked(visit, await linkDevice(application, visit.actor), visit.account.name)),
  );
  const again = (visit: Member, problem: 'last-owner' | 'no-name') =>
    page(visit, html``, { problems: { people: visit.say(`admin.team.${problem}`) } });
  mountMembers(admin, { application, here, again });
  admin.act(`${path}/liens/:id/retrait`, 'owner', async (visit): Promise<AdminAnswer> => {
    const { outcome } = await revokeLink(application, visit.actor, { id: visit.params.id ?? '' });
    return outcome === 'done' ? { kind: 'to', path: here, said: 'link-revoked' } : { kind: outcome };
  });
  admin.act(`${path}/:id/retrait`, 'owner', async (visit): Promise<AdminAnswer> => {
    const { outcome } = await removeMember(application, visit.actor, { id: visit.params.id ?? '' });
    if (outcome === 'last-owner') return again(visit, outcome);
    return outcome === 'done' ? { kind: 'to', path: here, said: 'removed' } : { kind: outcome };
  });
}

const own = ({ say, token }: Member): Html => html`<section><h2>${say('admin.team.own')}</h2>
<p>${say('admin.team.own-how')}</p>
<form method="post" action="${here}/lien">${hidden('jeton', token)}${button(say('admin.team.own-link'), 'beside')}</form></section>`;
