import { z } from 'zod';
import { changeSettings } from '#application/consultation/change-settings.ts';
import { makeChatLink } from '#application/consultation/make-chat-link.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { html } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../admin.ts';
import { meetShort, oneField } from '../at-once/met-page.ts';
import { paperAddress } from '../paper/paper-address.ts';
import { day } from '../said.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, refused, withProblems } from '../visit.ts';
import { code } from './code.ts';
import { embedding, plain, type RefusedOrigins, sitesLeaf, wrongLines } from './embedding.ts';
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
  admin.actOf(`${path}/sites`, 'facilitator', (visit, its, form) => setSites(visit, its, form, parts));
}

async function setSites(
  visit: Member,
  its: Consultation,
  form: Form,
  parts: InviteParts,
): Promise<AdminAnswer> {
  const { say } = visit;
  const done = { kind: 'to', path: `/animation/c/${its.id}/inviter`, said: 'saved' } as const;
  const met = await meetShort({
    ...{ visit, form, mine: new Map([['origins', plain(form.text('origins'))]]), now: sitesLeaf(its) },
    ...{
      words: oneField(say('invite.embed.origins')),
      title: say('invite.embed.title'),
      of: { its, at: 'invite' },
    },
  });
  if ('page' in met) return met.page;
  if (met.isTheirs) return done;
  const given = met.form.read(Sites);
  if (given === undefined) return { kind: 'missing' };
  const isExpected = (then: Consultation) => sitesLeaf(then).get('origins') === sitesLeaf(its).get('origins');
  const change = { code: its.id, settings: { frameOrigins: given.origins }, isExpected };
  const set = await changeSettings(parts.application, visit.actor, change);
  switch (set.outcome) {
    case 'done':
      return done;
    case 'invalid':
      return page(visit, its, parts, {
        refused: { text: form.text('origins'), problems: set.problems },
      });
    case 'changed': {
      const latest = await parts.application.store.load('consultation', its.id);
      return latest === undefined ? { kind: 'missing' } : setSites(visit, latest, form, parts);
    }
    default:
      return refused(set.outcome);
  }
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
${access(shown)}${code(shown)}
${isOver ? '' : texts(shown)}
${isOver ? '' : teams(shown, parts.isInTeams)}
${chat(shown)}
${embedding(shown, refused)}`;
  return withProblems(tabPage('invite', consultation, visit, body), refused !== undefined);
}

/** Who may answer, and the way to the codes. */
function access({ visit, consultation }: Invited) {
  const { say } = visit;
  const now = consultation.entry === undefined ? 'entry-code.page.now-link' : 'entry-code.page.now-codes';
  return html`<p>${say(now)} <a href="/animation/c/${consultation.id}/codes">${say('entry-code.page.from-invite')}</a></p>
<p><a href="/animation/c/${consultation.id}/courriel">${say('mail.from-invite')}</a></p>
<p><a href="${paperAddress(consultation.id)}">${say('paper.page.from-invite')}</a></p>`;
}

/** What whoever follows an invitation finds for now, unless they can answer. */
function standing({ visit, phase, consultation }: Invited) {
  if (phase === 'open') return html``;
  const opens = day(consultation.opensAt, visit, consultation.timeZone);
  return html`<p class="standing ${phase}">${visit.say(`invite.standing.${phase}`, { day: opens })}</p>`;
}
