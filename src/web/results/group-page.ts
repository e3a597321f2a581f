import { about } from '#cards/about.ts';
import { synthesis } from '#cards/synthesis.ts';
import { dated } from '#cards/titles.ts';
import type { View } from '#cards/view.ts';
import type { GroupView } from '#domain/group-scenario.ts';
import type { VisionView } from '#domain/shared-vision.ts';
import { document } from '../page/document.ts';
import { type Html, html } from '../page/html.ts';
import { joined } from '../page/joined.ts';
import { expectedBenefits, expectedWhen, stances, synergyNetwork, waysOfSeeing } from './pictures.ts';
import { sentences } from './sentences.ts';

/** What the page shows: a released result with its vision, or why there is none. */
export type Shown =
  | { readonly group: GroupView; readonly vision: VisionView }
  /** The smallest group of the consultation is too small for a page that anyone can open. */
  | { readonly group: undefined };

export interface GroupPage {
  readonly shown: Shown;
  readonly view: View;
  readonly addresses: { readonly style: string; readonly icon: string };
  /** The page in the other language. */
  readonly other?: { readonly language: string; readonly path: string };
}

/** The results of a consultation as a page: in sentences, then in pictures with their figures. */
export function groupPage({ shown, view, addresses, other }: GroupPage): string {
  const { say, language } = view;
  const title = about(view).title;
  return document(
    { language, title: say('results.title', { consultation: title }), addresses },
    html`
<a class="skip" href="#results">${say('results.skip')}</a>
<main id="results">
<nav>${other === undefined ? '' : html`<a lang="${other.language}" hreflang="${other.language}" href="${other.path}">${say('page.other-language')}</a> · `}<a href="${view.links.page}">${say('results.take-part')}</a></nav>
<h1>${say('results.heading')}</h1>
<p class="quiet">${title}</p>
${content(shown, view)}
</main>`,
  );
}

function content(shown: Shown, view: View): Html {
  const { say } = view;
  if (shown.group === undefined) return html`<p>${say('results.private')}</p>`;
  const { group, vision } = shown;
  if (group.state === 'waiting')
    return html`<p>${say('results.waiting', { needed: group.needed })}</p>
<p class="quiet">${say('card.group.waiting-why', { minGroup: group.minGroup })}</p>`;
  const { scenario, at } = group;
  return html`<p class="quiet">${say('card.group.at', { date: dated(view, at) })}</p>
<section><h2>${say('results.synthesis')}</h2>
${sentences(synthesis(scenario, vision, view), view)}
<p class="quiet screen pointer">${say('results.sources')}</p></section>
<section><h2>${say('results.stances')}</h2>
<p class="quiet">${say('results.legend')}</p>
<div class="columns">${joined(scenario.domains.map((domain) => stances(domain, view)))}</div></section>
<div class="columns">
${waysOfSeeing(scenario, view)}
${vision.state === 'composed' ? synergyNetwork(vision.vision, view) : ''}
${expectedBenefits(scenario, view)}
${expectedWhen(scenario, view)}
</div>
<p class="quiet">${say('results.reading')}</p>`;
}
