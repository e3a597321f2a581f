import type { Trajectory } from '#domain/catalogue/catalogue.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { iconOf } from '#web/http/pages/icon-of.ts';
import { sourceKey } from '#wording/source-key.ts';
import { type CatalogueSheet, frame, home, to } from './frame.ts';

/** Everything about one trajectory: what may be won and lost weigh the same. */
export function trajectoryPage(sheet: CatalogueSheet, trajectory: Trajectory): string {
  const { catalogue, text, say } = sheet;
  const { id, domain, orientation, source } = trajectory;
  const { title = id, summary = '', benefit = '', risk = '', example = '' } = text.trajectories[id] ?? {};
  const direction = text.orientations[orientation];
  return frame(
    sheet,
    { title, about: summary },
    html`
<article class="trajectory">
  <p class="small"><a href="${to(sheet, home(catalogue), `#${domain}`)}">${iconOf(domain)}${text.domains[domain]?.title ?? domain}</a></p>
  <h1>${title}</h1>
  <p class="lead">${summary}</p>
  <div class="sides">
    <section><h2>${say('catalogue.benefit')}</h2><p>${benefit}</p></section>
    <section><h2>${say('catalogue.risk')}</h2><p>${risk}</p></section>
  </div>
  <h2>${say('catalogue.example')}</h2>
  <p>${example}</p>
  <h2>${say('catalogue.orientation')}</h2>
  <p><strong>${direction?.title ?? orientation}.</strong> ${direction?.description ?? ''}</p>
  ${told(
    say('catalogue.territories'),
    trajectory.territories.map((one) => text.territories[one] ?? one),
  )}
  ${told(
    say('catalogue.criteria'),
    trajectory.criteria.map((one) => text.criteria[one]),
  )}
  <p class="small">${say(`catalogue.source-${sourceKey[source]}-long`)}</p>
</article>
${others(sheet, trajectory)}`,
  );
}

/** Nothing where nobody said anything of it. */
const told = (title: string, items: readonly string[]): Html =>
  items.length === 0 ? html`` : html`<h2>${title}</h2>${list(items)}`;

const list = (items: readonly string[]): Html =>
  html`<ul>${joined(items.map((item) => html`<li>${item}</li>`))}</ul>`;

/** The ones before and after in the domain, then those that lean the same way. */
function others(sheet: CatalogueSheet, { id, domain, orientation }: Trajectory): Html {
  const { catalogue, say } = sheet;
  const all = catalogue.domains.find((one) => one.id === domain)?.trajectories ?? [];
  const here = all.findIndex((one) => one.id === id);
  const alike = all.filter((one) => one.orientation === orientation && one.id !== id);
  return html`
<nav class="around" aria-label="${say('catalogue.around')}">
  ${way(sheet, all[here - 1], say('catalogue.previous'), 'prev')}
  ${way(sheet, all[here + 1], say('catalogue.next'), 'next')}
</nav>
<aside class="alike" aria-labelledby="alike">
  <h2 id="alike">${say('catalogue.alike')}</h2>
  <ul>${joined(alike.map((one) => html`<li>${link(sheet, one)}</li>`))}</ul>
</aside>`;
}

function way(sheet: CatalogueSheet, to: Trajectory | undefined, label: string, rel: string): Html | string {
  return to === undefined
    ? ''
    : html`<p class="${rel}"><span class="small">${label}</span><br>${link(sheet, to)}</p>`;
}

const link = (sheet: CatalogueSheet, { id }: Trajectory): Html =>
  html`<a href="${to(sheet, `${home(sheet.catalogue)}/${id}`)}">${sheet.text.trajectories[id]?.title ?? id}</a>`;
