import type { Consultation } from '#domain/consultation/consultation.ts';
import { type Retention, warningDays } from '#domain/consultation/retention/retention.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { day } from '../said.ts';
import type { Member } from '../visit.ts';
import { lifePaths } from './state.ts';

/** When the answers of a consultation are erased, as loudly as it is near, with the way to erase them before; or that they are. */
export function retentionPart(its: Consultation, retention: Retention | undefined, visit: Member): Html {
  const { say, account } = visit;
  const { erasure, timeZone, draft } = its;
  if (draft) return html``;
  if (erasure !== undefined) {
    const done = erasure.doneAt;
    return html`<p class="notice">${done === undefined ? say('admin.retention.under-way') : say('admin.retention.done', { day: day(done, visit, timeZone) })}</p>`;
  }
  const way =
    account.role === 'owner'
      ? html` <a href="/animation/c/${its.id}/${lifePaths.erase}">${say('admin.retention.erase.do')}</a>`
      : html``;
  if (retention === undefined)
    return html`<p class="quiet">${say('admin.retention.later', { months: its.retentionMonths })}${way}</p>`;
  const { isSoon, on, days } = nearness(retention, its, visit);
  if (!isSoon) return html`<p class="quiet">${say('admin.retention.on', { day: on })}${way}</p>`;
  return html`<div class="notice" role="note"><p><strong>${say('admin.retention.soon', { days, day: on })}</strong></p>
<p>${say('admin.retention.soon-how')}${way}</p></div>`;
}

/** The same where it is not the matter: that answers are erased, or soon will be. */
export const retentionNear = (its: Consultation, retention: Retention | undefined, visit: Member): Html =>
  its.erasure === undefined && !(retention && nearness(retention, its, visit).isSoon)
    ? html``
    : retentionPart(its, retention, visit);

/** The same in a list of consultations: only what is near. */
export function retentionSoon(its: Consultation, retention: Retention | undefined, visit: Member): Html {
  if (retention === undefined) return html``;
  const { isSoon, on, days } = nearness(retention, its, visit);
  return isSoon ? html`<p>${visit.say('admin.retention.soon', { days, day: on })}</p>` : html``;
}

function nearness({ eraseAt }: Retention, { timeZone }: Consultation, visit: Member) {
  const days = Math.max(0, Math.ceil((Date.parse(eraseAt) - Date.parse(visit.now)) / 86_400_000));
  return { days, isSoon: days <= Math.max(...warningDays), on: day(eraseAt, visit, timeZone) };
}
