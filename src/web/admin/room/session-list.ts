import type { Consultation } from '#domain/consultation/consultation.ts';
import type { LiveSession } from '#domain/room/live-session.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { moment } from '../said.ts';
import type { Member } from '../visit.ts';

/** The sessions of a consultation, the latest first, each with its minutes in the language at hand. */
export function sessionList(its: Consultation, sessions: readonly LiveSession[], visit: Member): Html {
  const { say, language } = visit;
  if (sessions.length === 0) return html``;
  const rows = sessions.map(({ id, startedAt, endedAt, rounds, notes }) => {
    const when = moment(startedAt, visit, its.timeZone);
    const facts = say('room.session.facts', { when, rounds: rounds.length, notes: notes.length });
    const files = (['pdf', 'docx'] as const).map(
      (kind) =>
        html`<a href="/animation/c/${its.id}/salle/seances/${id}/compte-rendu.${kind}?lang=${language}" download>${say(`room.session.${kind}`)}</a>`,
    );
    return html`<li>${facts} ${endedAt === undefined ? say('room.session.on') : ''} ${joined(files, ' ')}</li>`;
  });
  return html`<section id="seances"><h2>${say('room.session.title')}</h2><ul class="sessions">${joined(rows)}</ul></section>`;
}
