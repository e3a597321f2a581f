import { type Html, html } from '#web/http/pages/html.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { button, line, pick } from '../fields.ts';
import { kinds, longestSearch, sortings, type TextFilter, writeTextFilter } from './wanted.ts';

/** The form that says which texts are wanted. */
export function filters(wanted: TextFilter, view: Wording, here: string): Html {
  const { say, consultation } = view;
  const any = { value: '', label: say('free-texts.filter.any') };
  const { domains } = consultation;
  return html`<form method="get" action="${here}" class="filters">
${pick({
  name: 'domaine',
  label: say('free-texts.filter.domain'),
  value: wanted.domain ?? '',
  choices: [any, ...domains.map((id) => ({ value: id, label: domainTitle(view, id) }))],
})}
${pick({
  name: 'tri',
  label: say('free-texts.filter.sorting'),
  value: wanted.sorting ?? '',
  choices: [any, ...sortings.map((one) => ({ value: one, label: say(`free-texts.sorting.${one}`) }))],
})}
${pick({
  name: 'genre',
  label: say('free-texts.filter.kind'),
  value: wanted.kind ?? '',
  choices: [any, ...kinds.map((one) => ({ value: one, label: say(`free-texts.kind.${one}`) }))],
})}
${line({ name: 'mots', label: say('free-texts.filter.words'), value: wanted.words, most: longestSearch })}
<p>${button(say('free-texts.filter.do'), 'beside')}</p></form>`;
}

/** The way to the other pages. */
export function pager(wanted: TextFilter, page: number, pages: number, view: Wording, here: string): Html {
  if (pages === 1) return html``;
  const { say } = view;
  const way = (to: number, key: 'before' | 'after') =>
    to < 1 || to > pages
      ? html``
      : html`<a href="${here}?${writeTextFilter({ ...wanted, page: to })}">${say(`free-texts.page.${key}`)}</a>`;
  return html`<nav class="pager" aria-label="${say('free-texts.page.name')}">${way(page - 1, 'before')}<span>${say('free-texts.page.at', { page, pages })}</span>${way(page + 1, 'after')}</nav>`;
}
