import type { SharedVision, VisionView } from '#domain/results/shared-vision.ts';
import { html } from '#web/http/pages/html.ts';
import { domainTitle } from '#wording/titles.ts';
import { noVision } from '#wording/vision/judgements.ts';
import { synergies, tensions, visionTitle } from '#wording/vision/vision-lines.ts';
import type { Wording } from '#wording/wording.ts';
import type { Slide } from './slide.ts';
import { told } from './slides-group.ts';
import { type SlideRow, spread, tall } from './spread.ts';

/** As many of each as a room takes in, and so many reasons each. */
const most = 3;
const reasons = 1;

/** The vision that holds together, what reinforces itself in it, and what does not go without saying. */
export function visionSlides(view: Wording, shown: VisionView, foot: string): readonly Slide[] {
  const { say } = view;
  switch (shown.state) {
    case 'waiting':
      return [];
    case 'none': {
      const body = html`<p>${noVision(shown.reason, view)}</p><p class="foot">${foot}</p>`;
      return [{ id: 'vision', title: say('card.vision.heading'), body }];
    }
    case 'composed':
      return [
        ...chosen(shown.vision, view),
        ...helping(shown.vision, foot, view),
        ...hindering(shown.vision, foot, view),
      ];
  }
}

function chosen(vision: SharedVision, view: Wording): readonly Slide[] {
  const { say, text } = view;
  const { domains, best } = vision;
  const title = visionTitle(vision, view);
  const rows = domains.map((id, j): SlideRow => {
    const domain = domainTitle(view, id);
    const orientation = best.orientations[j] ?? '';
    const direction = text.orientations[orientation]?.title ?? orientation;
    return {
      height: Math.max(tall(domain, 13), tall(direction, 24, 'bold')),
      html: html`<span>${domain}</span><strong>${direction}</strong>`,
    };
  });
  const foot = say(best.inconsistency === 0 ? 'projection.vision.holds' : 'projection.vision.nearly');
  return spread({ id: 'vision', title, rows, look: 'facts', foot }, say);
}

function helping(vision: SharedVision, foot: string, view: Wording): readonly Slide[] {
  const { say } = view;
  const rows = synergies(vision, most, view).map(({ lead, rest }) => told(lead, rest.slice(0, reasons)));
  if (rows.length === 0) return [];
  return spread({ id: 'synergies', title: say('card.vision.synergies'), rows, look: 'told', foot }, say);
}

function hindering(vision: SharedVision, foot: string, view: Wording): readonly Slide[] {
  const { say } = view;
  const rows = tensions(vision, most, view).map(({ lead, rest }) => told(lead, rest.slice(0, reasons)));
  if (rows.length === 0) return [];
  return spread({ id: 'tensions', title: say('card.vision.tensions'), rows, look: 'told', foot }, say);
}
