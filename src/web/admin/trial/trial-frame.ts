import type { Consultation } from '#domain/consultation/consultation.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { AdminVisit } from '../visit.ts';

/** The conversation as people will meet it, on a telephone's width; opened anew with the page around it. */
export const trialFrame = ({ id }: Consultation, { say }: Pick<AdminVisit, 'say'>): Html =>
  html`<iframe class="trial" src="/animation/c/${id}/essai/conversation" title="${say('trial.frame')}" width="360" height="640" loading="lazy"></iframe>`;

/** The same beside the settings, where there is room; elsewhere the way to it. */
export const trialBeside = (its: Consultation, visit: Pick<AdminVisit, 'say'>): Html =>
  html`<aside class="trial-beside" aria-labelledby="trial"><h2 id="trial">${visit.say('trial.beside')}</h2>
<p class="hint">${visit.say('trial.saved')}</p>
${trialFrame(its, visit)}
<p class="trial-way"><a href="/animation/c/${its.id}/essai">${visit.say('trial.way')}</a></p></aside>`;
