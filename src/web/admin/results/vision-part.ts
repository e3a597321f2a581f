import type { SharedVision, VisionView } from '#domain/results/shared-vision.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { grainOf } from '#wording/numbers.ts';
import { waitingText } from '#wording/results/result-state.ts';
import { domainTitle } from '#wording/titles.ts';
import { noVision, visionCaution } from '#wording/vision/judgements.ts';
import { type Told, visionLead, visionSections } from '#wording/vision/vision-lines.ts';
import type { Wording } from '#wording/wording.ts';

/** A shared vision in words: its directions, what helps what, where the group would rather go elsewhere; or why there is none. */
export function visionPart(shown: VisionView, view: Wording): Html {
  const { say } = view;
  if (shown.state === 'waiting') return html`<p>${waitingText(shown, view)[0]}</p>`;
  if (shown.state === 'none') return html`<p>${noVision(shown.reason, view)}</p>`;
  const { vision } = shown;
  const { before, after } = visionSections(vision, Number.POSITIVE_INFINITY, view);
  return html`<p>${visionLead(vision, grainOf(shown.kind), view)}</p>
${joined(before.map((section) => told(section.title, section.told)))}
${directions(vision, view)}
<p>${say(vision.best.inconsistency === 0 ? 'card.vision.holds' : 'card.vision.nearly')}</p>
${vision.domains.length < view.consultation.domains.length ? html`<p class="quiet">${say('card.vision.partial')}</p>` : ''}
${joined(after.map((section) => told(section.title, section.told)))}
<p class="quiet">${visionCaution(view)}</p>`;
}

const directions = ({ domains, best }: SharedVision, view: Wording): Html =>
  html`<dl class="directions">${joined(
    domains.map((domain, j) => {
      const id = best.orientations[j] ?? '';
      return html`<div><dt>${domainTitle(view, domain)}</dt><dd>${view.text.orientations[id]?.title ?? id}</dd></div>`;
    }),
  )}</dl>`;

function told(title: string, parts: readonly Told[]): Html {
  if (parts.length === 0) return html``;
  return html`<details><summary>${title}</summary><ul>${joined(
    parts.map(
      ({ lead, rest }) =>
        html`<li>${lead}${joined(rest.map((line) => html`<br><small>${line}</small>`))}</li>`,
    ),
  )}</ul></details>`;
}
