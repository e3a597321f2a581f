import type { Addresses } from '../page/assets.ts';
import { document } from '../page/document.ts';
import { type Html, html } from '../page/html.ts';
import { joined } from '../page/joined.ts';
import { button, hidden } from './fields.ts';
import { type Member, type Outcome, saids, tabs, type Visit } from './visit.ts';

type Page = Extract<Outcome, { kind: 'page' }>;

/** A whole page of the facilitator's space around its content. */
export function frame(page: Page, visit: Visit, member: Member | undefined, addresses: Addresses): string {
  const { say, language } = visit;
  const under = page.of === undefined ? '' : ` · ${page.of.title}`;
  return document(
    {
      language,
      title: say('desk.title', { page: `${page.title}${under}` }),
      addresses: { ...addresses, style: addresses.deskStyle },
      links: html`<script type="module" src="${addresses.deskScript}"></script>`,
    },
    html`
<a class="skip" href="#content">${say('desk.skip')}</a>
<header class="banner">
  <a class="home" href="/animation"><img src="${addresses.icon}" alt="" width="40" height="40"> ${say('desk.name')}</a>
  ${member === undefined ? html`<nav aria-label="${say('desk.pages')}">${languages(visit)}</nav>` : pages(visit, member)}
</header>
${page.of === undefined ? '' : around(page.of, visit)}
<main id="content">
${told(visit)}
<h1>${page.title}</h1>
${page.body}
</main>
<footer><p><a href="/accessibilite?lang=${language}">${say('desk.accessibility')}</a> · <a href="/confidentialite?lang=${language}">${say('legal.privacy.heading')}</a></p></footer>`,
  );
}

function pages(visit: Visit, { account, token }: Member): Html {
  const { say, path } = visit;
  const ways = [
    ['/animation', 'consultations'],
    ['/animation/equipe', 'team'],
    ...(account.role === 'owner' ? ([['/animation/acces', 'access']] as const) : []),
    ['/animation/journal', 'journal'],
  ] as const;
  return html`<nav aria-label="${say('desk.pages')}">${joined(
    ways.map(([to, key]) => html`<a href="${to}"${current(path === to)}>${say(`desk.page.${key}`)}</a>`),
    '\n',
  )}
${languages(visit)}</nav>
<form method="post" action="/animation/sortie" class="out">${hidden('jeton', token)}<span>${account.name}</span> ${button(say('desk.leave'), 'plain')}</form>`;
}

function languages({ language, languages, say, path, query }: Visit): Html {
  return joined(
    languages
      .filter((one) => one !== language)
      .map((one) => {
        const kept = new URLSearchParams(query);
        kept.set('lang', one);
        return html`<a lang="${one}" hreflang="${one}" href="${path}?${kept.toString()}">${say('page.other-language')}</a>`;
      }),
  );
}

function around({ code, title, at }: NonNullable<Page['of']>, { say }: Visit): Html {
  return html`<nav class="tabs" aria-label="${say('desk.around')}"><p>${title}</p><ul>${joined(
    tabs.map(
      (tab) =>
        html`<li><a href="${tabAddress(code, tab)}"${current(tab === at)}>${say(`desk.tab.${tab}`)}</a></li>`,
    ),
  )}</ul></nav>`;
}

const places = {
  follow: '',
  invite: '/inviter',
  texts: '/textes',
  results: '/resultats',
  publish: '/publier',
  room: '/salle',
  kit: '/materiel',
  settings: '/reglages',
} as const;

/** Where a page about a consultation is. */
export const tabAddress = (code: string, tab: keyof typeof places): string =>
  `/animation/c/${code}${places[tab]}`;

const current = (is: boolean): Html => (is ? html` aria-current="page"` : html``);

/** What the action before has to say. */
function told({ query, say }: Visit): Html {
  const said = saids.find((one) => one === query.get('dit'));
  return said === undefined ? html`` : html`<p class="told" role="status">${say(`desk.said.${said}`)}</p>`;
}
