import { z } from 'zod';
import { changeSettings } from '#application/consultation/change-settings.ts';
import { makeChatLink } from '#application/consultation/make-chat-link.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { day } from '../said.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { code } from './code.ts';
import { embedding, type RefusedOrigins, wrongLines } from './embedding.ts';
import { type Invited, type InviteParts, invited } from './invited.ts';
import { mountFiles } from './mount-files.ts';
import { chat, chatLink, teams } from './teams.ts';
import { texts } from './texts.ts';

/** One a line. */
const Sites = z.object({
  origins: z.string().transform((text) => text.split(/\r?\n/).filter((line) => line.trim() !== '')),
});

/** `/animation/c/{code}/inviter`: everything that brings people to a consultation. */
export function mountInvite(admin: Admin, parts: InviteParts): void {
  const path = '/c/:code/inviter';
  admin.pageOf(path, 'reader', async (visit, its) => page(visit, its, parts));
  mountFiles(admin, parts);
  admin.actOf(`${path}/conversation`, 'facilitator', async (visit, its): Promise<AdminAnswer> => {
    const made = await makeChatLink(parts.application, visit.actor, { code: its.id });
    if (made.outcome !== 'done') return refused(made.outcome);
    const link = `${parts.publicUrl()}/c/${its.id}/facilitator#${made.invitation}`;
    return page(visit, its, parts, { link });
  });
  admin.actOf(`${path}/sites`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const given = form.read(Sites);
    if (given === undefined) return { kind: 'missing' };
    const change = { code: its.id, settings: { frameOrigins: given.origins } };
    const set = await changeSettings(parts.application, visit.actor, change);
    switch (set.outcome) {
      case 'done':
        return { kind: 'to', path: `/animation/c/${its.id}/inviter`, said: 'saved' };
      case 'invalid':
        return page(visit, its, parts, {
          refused: { text: form.text('origins'), problems: set.problems },
        });
      default:
        return refused(set.outcome);
    }
  });
}

interface After {
  readonly link?: string;
  readonly refused?: RefusedOrigins;
}

function page(visit: Member, consultation: Consultation, parts: InviteParts, after: After = {}): AdminAnswer {
  const shown = invited(visit, consultation, parts);
  const { phase } = shown;
  const { link, refused } = after;
  const isOver = phase === 'closed' || phase === 'archived';
  const body = html`${refused === undefined ? '' : wrongLines(refused, visit)}${link === undefined ? '' : chatLink(link, visit)}${standing(shown)}
${code(shown)}
${isOver ? '' : texts(shown)}
${isOver ? '' : teams(shown, parts.isInTeams)}
${chat(shown)}
${embedding(shown, refused)}`;
  const status = refused === undefined ? {} : { status: 422 };
  return { ...tabPage('invite', consultation, visit, body), ...status };
}

/** What whoever follows an invitation finds for now, unless they can answer. */
function standing({ visit, phase, consultation }: Invited) {
  if (phase === 'open') return html``;
  const opens = day(consultation.opensAt, visit, consultation.timeZone);
  return html`<p class="standing ${phase}">${visit.say(`invite.standing.${phase}`, { day: opens })}</p>`;
}
