import type { Consultation } from '#domain/consultation/consultation.ts';
import { isFollowedUp } from '#domain/consultation/follow-up/follow-up.ts';
import { mayFollowUp } from '#domain/consultation/follow-up/follow-up-due.ts';
import { isPublic } from '#domain/consultation/publication.ts';
import { allows } from '#domain/records/account.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { followUpTopicsPart } from '#web/http/results/follow-up-part.ts';
import type { ToldFollowUp } from '#wording/results/follow-up.ts';
import type { Wording } from '#wording/wording.ts';
import { lifePaths } from '../consultations/state.ts';
import { button, hidden } from '../fields.ts';
import { tabAddress } from '../frame.ts';
import { day } from '../said.ts';
import type { Member } from '../visit.ts';

interface FollowUpPage {
  readonly its: Consultation;
  readonly visit: Member;
  readonly view: Wording;
  /** The form of a new answer. */
  readonly form: Html;
}

/** What people are told of what was done: where they read it, what was written so far, and a form for more. */
export function followUpPage({ its, visit, view, form }: FollowUpPage): Html {
  const { say, role, now } = visit;
  if (!mayFollowUp(its, now))
    return html`<p class="lead">${say('follow-up.page.lead')}</p><p>${say('follow-up.page.later')}</p>`;
  const mayWrite = allows(role, 'facilitator');
  const isWritten = isFollowedUp(its);
  // Once something is written here, that it was said elsewhere is no matter.
  const mayNote = its.archivedAt === undefined && (!isWritten || its.toldAt !== undefined);
  const correct = ({ id }: ToldFollowUp) =>
    mayWrite
      ? html`<p><a href="${answersAddress(its.id)}/${id}">${say('follow-up.page.correct')}</a></p>`
      : html``;
  const writing = html`<section id="ecrire"><h2>${say(isWritten ? 'follow-up.page.add' : 'follow-up.page.first')}</h2>
<p>${say('follow-up.page.adds')}</p>${form}</section>`;
  return html`<p class="lead">${say('follow-up.page.lead')}</p>
<p>${where(its, visit)}</p>
<section id="reponses"><h2>${say('follow-up.page.written')}</h2>
${isWritten ? followUpTopicsPart(view, correct) : html`<p>${say('follow-up.page.none')}</p>`}</section>
${mayWrite ? writing : html`<p>${say('publishing.reader')}</p>`}
${mayWrite && mayNote ? elsewhere(its, visit) : ''}`;
}

/** Where answers are written, and each is put right. */
export const answersAddress = (code: string): string => `${tabAddress(code, 'follow-up')}/reponses`;

/** Where people read it. */
function where(its: Consultation, { say, language }: Member): Html {
  if (its.publishedAt === undefined) return html`${say('follow-up.page.unpublished')}`;
  if (!isPublic(its)) return html`${say('follow-up.page.conversations')}`;
  const address = `/c/${its.id}/resultats?lang=${language}#suites`;
  return html`${say('follow-up.page.public')} <a href="${address}">${say('follow-up.page.see')}</a>`;
}

/** People may have been told in another way: that is noted, and may be taken back. */
function elsewhere({ id, toldAt, timeZone }: Consultation, visit: Member): Html {
  const { say, token } = visit;
  const told = toldAt === undefined;
  const path = told ? lifePaths.told : lifePaths.notTold;
  const label = told ? button(say('follow-up.page.told'), 'beside') : button(say('home.not-told'), 'plain');
  return html`<section id="autrement"><h2>${say('follow-up.page.elsewhere')}</h2>
<p>${told ? say('follow-up.page.elsewhere-how') : say('home.step.tell.done', { told: day(toldAt, visit, timeZone) })}</p>
<form method="post" action="/animation/c/${id}/${path}" class="inline">${hidden('jeton', token)}${label}</form></section>`;
}
