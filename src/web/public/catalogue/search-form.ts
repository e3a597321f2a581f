import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Query } from './filter.ts';
import { type CatalogueSheet, home } from './frame.ts';

/** The search: one form that works without a script; what it looks for stands in the address. */
export function searchForm(sheet: CatalogueSheet, query: Query): Html {
  const { catalogue, text, say, language, pinned } = sheet;
  const domains = catalogue.domains.map(({ id }) => ({ id, title: text.domains[id]?.title ?? id }));
  const territories = catalogue.territories.map((id) => ({ id, title: text.territories[id] ?? id }));
  return html`
<form class="search" role="search" method="get" action="${home(catalogue)}">
  ${pinned ? html`<input type="hidden" name="lang" value="${language}">` : ''}
  <p><label for="q">${say('catalogue.search')}</label>
    <input id="q" name="q" type="search" maxlength="200" value="${query.q}"></p>
  ${select('domain', say('catalogue.domain'), say('catalogue.any-domain'), domains, query.domain)}
  <p><label for="orientation">${say('catalogue.orientation')}</label>
    <select id="orientation" name="orientation">
      <option value="">${say('catalogue.any-orientation')}</option>
      ${joined(
        catalogue.domains.map(
          ({ id, orientations }) =>
            html`<optgroup label="${text.domains[id]?.title ?? id}">${joined(
              orientations.map((one) => option(one, text.orientations[one]?.title ?? one, query.orientation)),
            )}</optgroup>`,
        ),
      )}
    </select></p>
  ${select('territory', say('catalogue.territory'), say('catalogue.any-territory'), territories, query.territory)}
  <p><button type="submit">${say('catalogue.go')}</button></p>
</form>`;
}

interface Choice {
  readonly id: string;
  readonly title: string;
}

function select(name: string, label: string, any: string, choices: readonly Choice[], chosen: string): Html {
  return html`<p><label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      <option value="">${any}</option>
      ${joined(choices.map(({ id, title }) => option(id, title, chosen)))}
    </select></p>`;
}

const option = (id: string, title: string, chosen: string): Html =>
  id === chosen
    ? html`<option value="${id}" selected>${title}</option>`
    : html`<option value="${id}">${title}</option>`;
