import { reopenConsultation } from '#application/consultation/reopen-consultation.ts';
import type { ApplicationParts } from '#application/parts.ts';
import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { retentionOf } from '#domain/consultation/retention/retention.ts';
import { html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { button } from '../fields.ts';
import { day } from '../said.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import {
  dayProblem,
  notSent,
  ReopeningWish,
  reopeningForm,
  reopeningPage,
  type Sent,
} from './reopening-form.ts';
import { lifePaths } from './state.ts';

/** `/animation/c/{code}/reouverture`: an owner lets people answer again after the end, asked twice. */
export function mountReopening(admin: Admin, application: ApplicationParts): void {
  const path = `/c/:code/${lifePaths.reopen}`;
  admin.pageOf(path, 'owner', async (visit, its) => page(visit, its));
  admin.actOf(path, 'owner', async (visit, its, form) => {
    const given = form.read(ReopeningWish);
    const closes = given?.closes ?? '';
    if (given?.sure !== 'oui')
      return page(visit, its, { closes, problems: { sure: visit.say('admin.reopen.unsure') } });
    const wish = { code: its.id, ...(closes !== '' && { closes }) };
    const done = await reopenConsultation(application, visit.actor, wish);
    switch (done.outcome) {
      case 'done':
        return { kind: 'to', path: `/animation/c/${its.id}`, said: 'reopened' };
      case 'invalid': {
        const { wrong } = done;
        const said = wrong.problem === 'unfit' ? '' : dayProblem(wrong, its, visit);
        return page(visit, its, { closes, problems: { closes: said } });
      }
      default:
        return refused(done.outcome);
    }
  });
}

function page(visit: Member, its: Consultation, sent: Sent = notSent): AdminAnswer {
  const { say, now } = visit;
  if (phaseOf(its, now) !== 'closed' || its.erasure !== undefined) return { kind: 'missing' };
  const erasure = retentionOf(its);
  const title = say('admin.reopen.title');
  const stays = its.final === undefined ? 'no-result' : 'result';
  const promise =
    erasure === undefined
      ? say('admin.reopen.promise')
      : say('admin.reopen.promise-day', { day: day(erasure.eraseAt, visit, its.timeZone) });
  const body = reopeningForm(visit, its, sent, {
    lead: html`<p>${say('admin.reopen.what')}</p>
<p>${say(`admin.reopen.${stays}`, { minGroup: its.minGroup })}</p>
<p>${promise}</p>`,
    ...{ path: lifePaths.reopen, title, sure: say('admin.reopen.sure'), hasDay: true },
    yes: button(say('admin.reopen.yes'), 'grave'),
  });
  return reopeningPage(visit, its, sent, body, title);
}
