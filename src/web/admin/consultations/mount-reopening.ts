import { z } from 'zod';
import { type ReopeningOutcome, reopenConsultation } from '#application/consultation/reopen-consultation.ts';
import type { ApplicationParts } from '#application/parts.ts';
import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import { retentionOf } from '#domain/consultation/retention.ts';
import { html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { button, choose, hidden, line, type Problems, summary } from '../fields.ts';
import { day } from '../said.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { lifePaths } from './state.ts';

/** `/animation/c/{code}/reouverture`: an owner lets people answer again after the end, asked twice. */
export function mountReopening(admin: Admin, application: ApplicationParts): void {
  const path = `/c/:code/${lifePaths.reopen}`;
  admin.pageOf(path, 'owner', async (visit, its) => page(visit, its));
  admin.actOf(path, 'owner', async (visit, its, form) => {
    const given = form.read(Wish);
    const closes = given?.closes ?? '';
    if (given?.sure !== 'oui') return page(visit, its, closes, { sure: visit.say('admin.reopen.unsure') });
    const wish = { code: its.id, ...(closes !== '' && { closes }) };
    const done = await reopenConsultation(application, visit.actor, wish);
    switch (done.outcome) {
      case 'done':
        return { kind: 'to', path: `/animation/c/${its.id}`, said: 'reopened' };
      case 'invalid':
        return page(visit, its, closes, { closes: saidOf(done, its, visit) });
      default:
        return refused(done.outcome);
    }
  });
}

const Wish = z.object({ sure: z.string().optional(), closes: z.string().optional() });

function saidOf(
  { wrong }: Extract<ReopeningOutcome, { outcome: 'invalid' }>,
  { timeZone }: Consultation,
  visit: Member,
): string {
  const on = 'day' in wrong ? day(`${wrong.day}T12:00:00Z`, visit, timeZone) : '';
  return wrong.problem === 'unfit' ? '' : visit.say(`setting-problem.${wrong.problem}`, { day: on });
}

function page(visit: Member, its: Consultation, closes = '', problems: Problems = {}): AdminAnswer {
  const { say, token, now } = visit;
  if (phaseOf(its, now) !== 'closed' || its.erasure !== undefined) return { kind: 'missing' };
  const erasure = retentionOf(its);
  const label = say('admin.reopen.title');
  const choices = [{ value: 'oui', label: say('admin.reopen.sure') }];
  const stays = its.final === undefined ? 'no-result' : 'result';
  const body = html`${summary(problems, say('admin.problems'))}
<p>${say('admin.reopen.what')}</p>
<p>${say(`admin.reopen.${stays}`, { minGroup: its.minGroup })}</p>
<p>${erasure === undefined ? say('admin.reopen.promise') : say('admin.reopen.promise-day', { day: day(erasure.eraseAt, visit, its.timeZone) })}</p>
<form method="post" action="/animation/c/${its.id}/${lifePaths.reopen}" class="panel">${hidden('jeton', token)}
${line({ name: 'closes', type: 'date', label: say('admin.reopen.closes'), hint: say(isToClose(its, now) ? 'admin.reopen.closes-stays' : 'admin.calendar.closes-hint'), value: closes, problem: problems.closes })}
${choose({ name: 'sure', label, kind: 'checkbox', values: [], choices, problem: problems.sure })}
<p>${button(say('admin.reopen.yes'), 'grave')}</p></form>`;
  const shown = tabPage('home', its, visit, body, label);
  return Object.keys(problems).length === 0 || shown.kind !== 'page' ? shown : { ...shown, status: 422 };
}

const isToClose = ({ closesAt }: Consultation, now: string): boolean =>
  closesAt !== undefined && closesAt > now;
