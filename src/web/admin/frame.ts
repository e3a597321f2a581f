import { phaseOf } from '#domain/consultation/consultation.ts';
import { allows } from '#domain/records/account.ts';
import { greatestRole } from '#domain/records/grants.ts';
import type { Addresses } from '#web/http/pages/assets.ts';
import { document } from '#web/http/pages/document.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { legalLinks } from '#web/http/pages/legal-links.ts';
import { button, hidden } from './fields.ts';
import { calendarOf, named } from './said.ts';
import { type AdminPage, type AdminVisit, type Member, saids, tabs } from './visit.ts';

/** A whole page of the facilitator's space around its content. */
export function frame(
  page: AdminPage,
  visit: AdminVisit,
  member: Member | undefined,
  addresses: Addresses,
): string {
  const { say, language } = visit;
  const under = page.of === undefined ? '' : ` · ${named(page.of.its.title, visit)}`;
  return document(
    {
      language,
      title: say('admin.title', { page: `${page.title}${under}` }),
      addresses: { ...addresses, style: addresses.adminStyle },
      links: html`<script type="module" src="${addresses.adminScript}"></script>`,
    },
    html`
<a class="skip" href="#content">${say('admin.skip')}</a>
<header class="banner">
  <a class="home" href="/animation"><img src="${addresses.icon}" alt="" width="40" height="40"> ${say('admin.name')}</a>
  ${member === undefined ? html`<nav aria-label="${say('admin.pages')}">${languages(visit)}</nav>` : pages(visit, member)}
</header>
${page.of === undefined ? '' : around(page.of, visit, member)}
<main id="content">
${told(visit)}
<h1>${page.title}</h1>
${page.body}
</main>
${legalLinks(say, language)}`,
  );
}

function pages(visit: AdminVisit, { account, token }: Member): Html {
  const isOwner = greatestRole(account) === 'owner';
  const { say, path } = visit;
  const ways = [
    ['/animation', 'consultations'],
    ['/animation/equipe', 'team'],
    ...(isOwner ? ([['/animation/acces', 'access']] as const) : []),
    ['/animation/journal', 'audit'],
    ...(account.role === 'owner' ? ([['/animation/sauvegardes', 'backups']] as const) : []),
    ['/animation/aide', 'help'],
  ] as const;
  return html`<nav aria-label="${say('admin.pages')}">${joined(
    ways.map(([to, key]) => html`<a href="${to}"${current(path === to)}>${say(`admin.page.${key}`)}</a>`),
    '\n',
  )}
${languages(visit)}</nav>
<form method="post" action="/animation/sortie" class="out">${hidden('jeton', token)}<span>${account.name}</span> ${button(say('admin.leave'), 'plain')}</form>`;
}

function languages({ language, languages, say, path, query }: AdminVisit): Html {
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

function around(
  { its, at }: NonNullable<AdminPage['of']>,
  visit: AdminVisit,
  member: Member | undefined,
): Html {
  const { say, now } = visit;
  // Nobody is led to a page that is closed to them.
  const open = tabs.filter(
    (tab) => !forFacilitators.has(tab) || member === undefined || allows(member.role, 'facilitator'),
  );
  const phase = phaseOf(its, now);
  return html`<nav class="tabs" aria-label="${say('admin.around')}"><p>${named(its.title, visit)} <span class="phase ${phase}">${say(`admin.phase.${phase}`)}</span> <span class="when">${calendarOf(its, visit)}</span></p><ul>${joined(
    open.map(
      (tab) =>
        html`<li><a href="${tabAddress(its.id, tab)}"${current(tab === at)}>${say(`admin.tab.${tab}`)}</a></li>`,
    ),
  )}</ul></nav>`;
}

const forFacilitators: ReadonlySet<string> = new Set(['free-texts', 'trial']);

const places = {
  home: '',
  trial: '/essai',
  participation: '/suivi',
  invite: '/inviter',
  'free-texts': '/textes',
  results: '/resultats',
  publish: '/publier',
  'follow-up': '/suites',
  projection: '/salle',
  'workshop-kit': '/materiel',
  settings: '/reglages',
} as const;

/** Where a page about a consultation is. */
export const tabAddress = (code: string, tab: keyof typeof places): string =>
  `/animation/c/${code}${places[tab]}`;

const current = (is: boolean): Html => (is ? html` aria-current="page"` : html``);

/** What the action before has to say. */
function told({ query, say }: AdminVisit): Html {
  const said = saids.find((one) => one === query.get('dit'));
  return said === undefined ? html`` : html`<p class="told" role="status">${say(`admin.said.${said}`)}</p>`;
}
