import { type Html, html } from '#web/http/pages/html.ts';
import type { Wording } from '#wording/wording.ts';
import { button, pick } from '../fields.ts';

/** Whose opinions are looked at: everybody's, or those of one role or kind of territory. */
export type Filter =
  | { readonly state: 'whole' }
  /** Two at once: groups so small are never shown. */
  | { readonly state: 'both' }
  | Category;

export interface Category {
  readonly state: 'category';
  readonly of: 'roles' | 'territories';
  readonly id: string;
  readonly title: string;
}

/** Reads `?role=` and `?lieu=`; what the catalogue does not know is no filter. */
export function readFilter(query: URLSearchParams, { catalogue, text }: Wording): Filter {
  const role = catalogue.roles.find((id) => id === query.get('role'));
  const place = catalogue.territories.find((id) => id === query.get('lieu'));
  if (role !== undefined && place !== undefined) return { state: 'both' };
  if (role !== undefined)
    return { state: 'category', of: 'roles', id: role, title: text.roles[role] ?? role };
  if (place !== undefined)
    return { state: 'category', of: 'territories', id: place, title: text.territories[place] ?? place };
  return { state: 'whole' };
}

/** Chooses one role or one kind of territory. */
export function filterForm(filter: Filter, { catalogue, text, say }: Wording, here: string): Html {
  const choices = (ids: readonly string[], titles: Readonly<Record<string, string>>) => [
    { value: '', label: say('outcome.filter.all') },
    ...ids.map((value) => ({ value, label: titles[value] ?? value })),
  ];
  const chosen = (of: Category['of']) => (filter.state === 'category' && filter.of === of ? filter.id : '');
  const territories =
    catalogue.territories.length < 2
      ? html``
      : pick({
          name: 'lieu',
          label: say('outcome.filter.territory'),
          value: chosen('territories'),
          choices: choices(catalogue.territories, text.territories),
        });
  return html`<form method="get" action="${here}" class="filter">
${pick({ name: 'role', label: say('outcome.filter.role'), value: chosen('roles'), choices: choices(catalogue.roles, text.roles) })}
${territories}
<p>${button(say('outcome.filter.show'), 'beside')}${
    filter.state === 'whole' ? '' : html` <a href="${here}">${say('outcome.filter.whole')}</a>`
  }</p></form>`;
}
