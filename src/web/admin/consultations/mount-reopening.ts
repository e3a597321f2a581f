import { reopenConsultation } from '#application/consultation/reopen-consultation.ts';
import type { ApplicationParts } from '#application/parts.ts';
import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { retentionOf } from '#domain/consultation/retention/retention.ts';
import { html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { button } from '../fields.ts';
import { day } from '../said.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { dayProblem, mountAskedTwice, reopeningForm, reopeningPage, type Sent } from './reopening-form.ts';
import { lifePaths } from './state.ts';

/** `/animation/c/{code}/reouverture`: an owner lets people answer again after the end, asked twice. */
export function mountReopening(admin: Admin, application: ApplicationParts): void {
  const asked = { path: lifePaths.reopen, least: 'owner', page } as const;
  mountAskedTwice(admin, asked, async (visit, its, wish, wrongDay) => {
    const done = await reopenConsultation(application, visit.actor, wish);
    switch (done.outcome) {
      case 'done':
        return { kind: 'to', path: `/animation/c/${its.id}`, said: 'reopened' };
      case 'invalid':
        return wrongDay(done.wrong.problem === 'unfit' ? '' : dayProblem(done.wrong, its, visit));
      default:
        return refused(done.outcome);
    }
  });
}

function page(visit: Member, its: Consultation, sent: Sent): AdminAnswer {
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
