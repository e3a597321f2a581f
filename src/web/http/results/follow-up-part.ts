import { isFollowedUp } from '#domain/consultation/follow-up/follow-up.ts';
import { type ToldFollowUp, toldFollowUps } from '#wording/results/follow-up.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';
import type { PagePart } from './part.ts';

/** Where it stands on the page. */
const followUpPlace = 'suites';

/** What was done with the result, as whoever is responsible answers; nothing while nothing was answered. */
export function followUpPart(wording: Wording): readonly PagePart[] {
  if (!isFollowedUp(wording.consultation)) return [];
  const { say } = wording;
  const { controller } = consultationNames(wording);
  const body = html`<p>${say('follow-up.lead', { controller })}</p>
${followUpTopicsPart(wording)}`;
  return [{ id: followUpPlace, title: say('follow-up.title'), body }];
}

/** Each thing with what holds now, and what was answered before on demand; `beside`: what stands beside each answer. */
export function followUpTopicsPart(
  wording: Wording,
  beside: (one: ToldFollowUp) => Html = () => html``,
): Html {
  const { say } = wording;
  const one = (answer: ToldFollowUp) =>
    html`<div class="follow-up ${answer.state}"><p><b>${answer.said}</b></p>
<p class="why"${answer.whyIn === undefined ? '' : html` lang="${answer.whyIn}"`}>${answer.why}</p>
${answer.charge === undefined ? '' : html`<p class="quiet">${answer.charge}</p>`}${beside(answer)}</div>`;
  return joined(
    toldFollowUps(wording).map(
      ({ title, latest, earlier }) =>
        html`<section class="followed"><h3>${title}</h3>${one(latest)}
${earlier.length === 0 ? '' : html`<details><summary>${say('follow-up.earlier', { n: earlier.length })}</summary>${joined(earlier.map(one))}</details>`}</section>`,
    ),
    '\n',
  );
}
