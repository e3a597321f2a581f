import type { Consultation } from '#domain/consultation/consultation.ts';
import { dayOf, timeOf, usualZone } from '#domain/consultation/local-day.ts';
import { allows } from '#domain/records/account.ts';
import type { Leaves } from '#domain/records/meet.ts';
import { drawnField, drawnFrom } from '#web/http/at-once/drawn.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { button, hidden, line, type Problems } from '../fields.ts';
import { tabAddress } from '../frame.ts';
import { moment } from '../said.ts';
import type { Member } from '../visit.ts';

/** The moment that is planned, as its form sends it; an empty text: none. */
export const momentLeaf = ({ publishAt, timeZone = usualZone }: Consultation): Leaves =>
  new Map([
    ['moment', publishAt === undefined ? '' : `${dayOf(publishAt, timeZone)} ${timeOf(publishAt, timeZone)}`],
  ]);

/** When the result is published by itself: the moment that stands, another one, or none any more. */
export function planPart(its: Consultation, visit: Member, problems: Problems = {}): Html {
  const { say, role, token } = visit;
  const { publishAt, timeZone = usualZone } = its;
  const planned =
    publishAt === undefined
      ? html``
      : html`<p><strong>${say('publishing.plan.on', { date: moment(publishAt, visit, timeZone) })}</strong></p>`;
  if (!allows(role, 'facilitator')) return planned;
  const here = tabAddress(its.id, 'publish');
  const drawn = hidden(drawnField, drawnFrom(momentLeaf(its)));
  const day = publishAt === undefined ? '' : dayOf(publishAt, timeZone);
  const time = publishAt === undefined ? '09:00' : timeOf(publishAt, timeZone);
  return html`<section id="date"><h2>${say('publishing.plan.title')}</h2>${planned}
<p>${say('publishing.plan.what')}</p>
<form method="post" action="${here}/date" class="panel">${hidden('jeton', token)}${drawn}
${line({ name: 'day', type: 'date', label: say('publishing.plan.day'), value: day, problem: problems.day })}
${line({ name: 'time', type: 'time', label: say('publishing.plan.time'), value: time })}
<p>${button(say(publishAt === undefined ? 'publishing.plan.do' : 'publishing.plan.change'), 'beside')}</p></form>
${publishAt === undefined ? '' : html`<form method="post" action="${here}/date/retrait" class="inline">${hidden('jeton', token)}${drawn}${button(say('publishing.plan.take-back'), 'plain')}</form>`}</section>`;
}
