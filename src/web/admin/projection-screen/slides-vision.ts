import type { SharedVision, VisionView } from '#domain/results/shared-vision.ts';
import { html } from '#web/http/pages/html.ts';
import { iconOf } from '#web/http/pages/icon-of.ts';
import { domainTitle } from '#wording/titles.ts';
import { noVision } from '#wording/vision/judgements.ts';
import { type ToldSection, visionSections, visionTitle } from '#wording/vision/vision-lines.ts';
import type { Wording } from '#wording/wording.ts';
import type { Slide } from './slide.ts';
import { told } from './slides-group.ts';
import { iconWidth, type SlideRow, spread, tall } from './spread.ts';

/** As many of each as a room takes in, and one reason each. */
const most = 3;
const reasons = 1;

/** The vision that holds together, what reinforces itself in it, and what does not go without saying: that first where it is no vision that the group shares. */
export function visionSlides(view: Wording, shown: VisionView, foot: string): readonly Slide[] {
  const { say } = view;
  switch (shown.state) {
    case 'waiting':
      return [];
    case 'none': {
      const body = html`<p>${noVision(shown.reason, view)}</p><p class="foot">${foot}</p>`;
      return [{ id: 'vision', title: say('card.vision.heading'), body }];
    }
    case 'composed': {
      const sections = visionSections(shown.vision, most, view);
      return [
        ...said(sections.before, foot, view),
        ...chosen(shown.vision, view),
        ...said(sections.after, foot, view),
      ];
    }
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
      height: Math.max(tall(domain, 13 - iconWidth), tall(direction, 24, 'bold')),
      html: html`<span>${iconOf(id)}${domain}</span><strong>${direction}</strong>`,
    };
  });
  const foot = say(best.inconsistency === 0 ? 'projection.vision.holds' : 'projection.vision.nearly');
  return spread({ id: 'vision', title, rows, look: 'facts', foot }, say);
}

/** As a screen is named in the address, by what it tells; other sets are for pages and papers. */
const ids = { apart: 'tensions', helping: 'synergies' } as const;

function said(sections: readonly ToldSection[], foot: string, view: Wording): readonly Slide[] {
  return sections.flatMap(({ kind, title, told: all, more }) => {
    if (kind === 'others') return [];
    const rows = [
      ...all.map(({ lead, rest }) => told(lead, rest.slice(0, reasons))),
      ...(more === undefined ? [] : [told(more, [])]),
    ];
    return spread({ id: ids[kind], title, rows, look: 'told', foot }, view.say);
  });
}
