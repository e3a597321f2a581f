import type { Domain, Trajectory } from '#domain/catalogue/catalogue.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { iconOf } from '#web/http/pages/icon-of.ts';
import { sourceKey } from '#wording/source-key.ts';
import { isOpen, matching, type Query } from './filter.ts';
import { type CatalogueSheet, frame, home, to } from './frame.ts';
import { searchForm } from './search-form.ts';

/** The deck by domain, as far as it fits what is looked for. Printed, it is cards to cut out: eight an A4 sheet. */
export function deckPage(
  sheet: CatalogueSheet,
  query: Query,
  others: readonly { id: string; title: string }[],
): string {
  const { catalogue, text, say } = sheet;
  const found = matching(catalogue, text, query);
  const n = found.reduce((sum, { trajectories }) => sum + trajectories.length, 0);
  const open = isOpen(query);
  return frame(
    sheet,
    { title: text.title, about: text.description },
    html`
<div class="intro">
  <h1>${text.title}</h1>
  <p class="lead">${text.description}</p>
  <p>${say('catalogue.whose', counts(catalogue.domains))}</p>
  ${others.length === 0 ? '' : otherCatalogues(sheet, others)}
</div>
${searchForm(sheet, query)}
<p class="found" role="status">${n === 0 ? say('catalogue.nothing') : say('catalogue.found', { n })}
  ${open ? '' : html`<a href="${to(sheet, home(catalogue))}">${say('catalogue.clear')}</a>`}</p>
<nav class="domains" aria-label="${say('catalogue.domains')}">
  ${joined(found.map(({ domain }) => html`<a href="#${domain.id}">${text.domains[domain.id]?.title ?? domain.id}</a>`))}
</nav>
<div class="deck">${joined(found.map(({ domain, trajectories }) => section(sheet, domain, trajectories, open)))}
</div>
<p class="hint">${say('catalogue.print')}</p>`,
  );
}

function counts(domains: readonly Domain[]) {
  const all = domains.flatMap(({ trajectories }) => trajectories);
  const public2015 = all.filter(({ source }) => source === 'presentation-2015').length;
  const town = all.filter(({ source }) => source === 'town' || source === 'participant').length;
  return { public: public2015, town, ours: all.length - public2015 - town };
}

function otherCatalogues({ say }: CatalogueSheet, others: readonly { id: string; title: string }[]): Html {
  const links = others.map(({ id, title }) => html`<a href="/catalogue/${id}">${title}</a>`);
  return html`<p class="others">${say('catalogue.others')} ${joined(links, ', ')}</p>`;
}

function section(
  sheet: CatalogueSheet,
  domain: Domain,
  trajectories: readonly Trajectory[],
  whole: boolean,
): Html {
  const { text, say } = sheet;
  const { title = domain.id, description = '' } = text.domains[domain.id] ?? {};
  return html`
<section id="${domain.id}" aria-labelledby="${domain.id}-title">
  <header>
    <h2 id="${domain.id}-title">${iconOf(domain.id)}${title}</h2>
    <p>${description}</p>
    ${whole ? orientations(sheet, domain) : ''}
  </header>
  <h3>${say('catalogue.trajectories')}</h3>
  <ul class="cards">${joined(trajectories.map((trajectory) => card(sheet, trajectory)))}
  </ul>
</section>`;
}

function orientations({ text, say }: CatalogueSheet, { orientations }: Domain): Html {
  const rows = orientations.map((id) => {
    const { title = id, description = '' } = text.orientations[id] ?? {};
    return html`<div><dt>${title}</dt><dd>${description}</dd></div>`;
  });
  return html`<h3>${say('catalogue.orientations')}</h3>
    <dl class="orientations">${joined(rows)}</dl>`;
}

/** What is of use on paper alone is hidden on the screen: one tap leads to the whole of it. */
function card(sheet: CatalogueSheet, { id, domain, orientation, source }: Trajectory): Html {
  const { text, say, catalogue } = sheet;
  const said = text.trajectories[id];
  const whose = say(`catalogue.source-${sourceKey[source]}`);
  return html`
    <li class="card">
      <p class="paper domain">${text.domains[domain]?.title ?? domain}</p>
      <h4><a href="${to(sheet, `${home(catalogue)}/${id}`)}">${said?.title ?? id}</a></h4>
      <p>${said?.summary ?? ''}</p>
      <p class="paper"><strong>${say('catalogue.benefit')}</strong> ${said?.benefit ?? ''}</p>
      <p class="paper"><strong>${say('catalogue.risk')}</strong> ${said?.risk ?? ''}</p>
      <p class="small">${text.orientations[orientation]?.title ?? orientation} · ${whose}</p>
    </li>`;
}
