import type { PendingLink } from '#application/team/pending-links.ts';
import { roleAt } from '#domain/records/grants.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { button, hidden } from '../fields.ts';
import type { Place } from '../reach.ts';
import { moment } from '../said.ts';
import type { Member } from '../visit.ts';

/** Links that were given out and that nobody has opened yet, each with the way to take it back. */
export function pending(
  links: readonly PendingLink[],
  places: readonly Place[],
  visit: Member,
  here: string,
): Html {
  if (links.length === 0) return html``;
  const { say, token } = visit;
  const one = ({ id, expiresAt, to }: PendingLink): Html => {
    const all = to.role === undefined ? [] : [`${say(`admin.role.${to.role}`)} – ${say('admin.reach.all')}`];
    const single = places.flatMap(({ code, title }) => {
      const its = roleAt(to, code);
      return its === undefined ? [] : [`${say(`admin.role.${its}`)} – ${title}`];
    });
    return html`<li><h3>${to.name}</h3><ul class="roles">${joined([...all, ...single].map((role) => html`<li>${role}</li>`))}</ul>
<p class="quiet">${say('admin.team.pending.until', { moment: moment(expiresAt, visit) })}</p>
<form method="post" action="${here}/liens/${id}/retrait" class="inline">${hidden('jeton', token)}${button(say('admin.team.pending.revoke', { name: to.name }), 'grave')}</form></li>`;
  };
  return html`<section id="liens"><h2>${say('admin.team.pending.title')}</h2><ul class="given">${joined(links.map(one), '\n')}</ul></section>`;
}
