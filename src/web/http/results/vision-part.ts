import type { VisionView } from '#domain/results/shared-vision.ts';
import { grainOf } from '#wording/numbers.ts';
import { domainTitle } from '#wording/titles.ts';
import { noVision, visionCaution } from '#wording/vision/judgements.ts';
import { type Told, visionLead, visionSections, visionTitle } from '#wording/vision/vision-lines.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';
import type { PagePart } from './part.ts';
import { type Pictures, pictureOf } from './pictures.ts';

/** Where it stands on the page. */
export const visionPlace = 'combinaison';

/** At first sight; all of them on demand. */
const mostQuestions = 3;

/** What holds together: where the group would rather go elsewhere first, as questions, then the directions, then why. */
export function visionPart(shown: VisionView, pictures: Pictures, wording: Wording): PagePart | undefined {
  const { say } = wording;
  if (shown.state === 'waiting') return undefined;
  if (shown.state === 'none')
    return {
      id: visionPlace,
      title: say('card.vision.heading'),
      body: html`<p>${noVision(shown.reason, wording)}</p>`,
    };
  const { vision, kind } = shown;
  const { before, after } = visionSections(vision, Number.POSITIVE_INFINITY, wording);
  const shownQuestions = Math.min(mostQuestions, vision.tensions.length);
  const left = vision.tensions.length - shownQuestions;
  const questions = before.map(
    ({ title, told }) =>
      html`<h3>${title}</h3>${leads(told.slice(0, shownQuestions))}
${left === 0 ? '' : html`<p class="quiet">${say('card.vision.more', { n: left })}</p>`}<details><summary>${say('reading.page.why')}</summary>${wholly(told)}</details>`,
  );
  const directions = vision.domains.map((domain, j) => {
    const id = vision.best.orientations[j] ?? '';
    return html`<div><dt>${domainTitle(wording, domain)}</dt><dd>${wording.text.orientations[id]?.title ?? id}</dd></div>`;
  });
  const isPartial = vision.domains.length < wording.consultation.domains.length;
  const body = html`<p>${visionLead(vision, grainOf(kind), wording)}</p>
${joined(questions)}
<dl class="directions">${joined(directions)}</dl>
<p>${say(vision.best.inconsistency === 0 ? 'card.vision.holds' : 'card.vision.nearly')}</p>
${isPartial ? html`<p class="quiet">${say('card.vision.partial')}</p>` : ''}
${joined(after.map(({ kind: about, title, told }) => html`<details><summary>${title}</summary>${wholly(told)}${about === 'helping' ? pictureOf(pictures, 'liens', wording) : ''}</details>`))}
<p class="quiet">${visionCaution(wording)}</p>`;
  return { id: visionPlace, title: visionTitle(vision, wording), body };
}

const leads = (told: readonly Told[]): Html =>
  html`<ul>${joined(told.map(({ lead }) => html`<li>${lead}</li>`))}</ul>`;

const wholly = (told: readonly Told[]): Html =>
  html`<ul>${joined(
    told.map(
      ({ lead, rest }) =>
        html`<li>${lead}${joined(rest.map((line) => html`<br><small>${line}</small>`))}</li>`,
    ),
  )}</ul>`;
