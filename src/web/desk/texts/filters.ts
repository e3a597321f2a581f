import { domainTitle } from '#cards/titles.ts';
import type { View } from '#cards/view.ts';
import { type Html, html } from '../../page/html.ts';
import { button, line, pick } from '../fields.ts';
import { kinds, longestSearch, sortings, type Wanted, writtenWanted } from './wanted.ts';

/** The form that says which texts are wanted. */
export function filters(wanted: Wanted, view: View, here: string): Html {
  const { say, consultation } = view;
  const any = { value: '', label: say('texts.filter.any') };
  const { domains } = consultation;
  return html`<form method="get" action="${here}" class="filters">
${pick({
  name: 'domaine',
  label: say('texts.filter.domain'),
  value: wanted.domain ?? '',
  choices: [any, ...domains.map((id) => ({ value: id, label: domainTitle(view, id) }))],
})}
${pick({
  name: 'tri',
  label: say('texts.filter.sorting'),
  value: wanted.sorting ?? '',
  choices: [any, ...sortings.map((one) => ({ value: one, label: say(`texts.sorting.${one}`) }))],
})}
${pick({
  name: 'genre',
  label: say('texts.filter.kind'),
  value: wanted.kind ?? '',
  choices: [any, ...kinds.map((one) => ({ value: one, label: say(`texts.kind.${one}`) }))],
})}
${line({ name: 'mots', label: say('texts.filter.words'), value: wanted.words, most: longestSearch })}
<p>${button(say('texts.filter.do'), 'beside')}</p></form>`;
}

/** The way to the other pages. */
export function pager(wanted: Wanted, page: number, pages: number, view: View, here: string): Html {
  if (pages === 1) return html``;
  const { say } = view;
  const way = (to: number, key: 'before' | 'after') =>
    to < 1 || to > pages
      ? html``
      : html`<a href="${here}?${writtenWanted({ ...wanted, page: to })}">${say(`texts.page.${key}`)}</a>`;
  return html`<nav class="pager" aria-label="${say('texts.page.name')}">${way(page - 1, 'before')}<span>${say('texts.page.at', { page, pages })}</span>${way(page + 1, 'after')}</nav>`;
}
